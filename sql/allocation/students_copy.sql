-- Students taken over from another activity of the institution, or from one of its classes.
-- one: activity
{{activity_head}}
WHERE a.id = :activity

-- many: classes/class
SELECT k.id, k.letter, k.letter AS name, k.starts, k.ends FROM activity_class k WHERE k.activity = :activity ORDER BY k.letter

-- What may be copied from; the course's own and the programme's first, then the latest.
-- many: sources/source
{if from} SELECT NULL AS id FROM DUAL WHERE FALSE {end}
{unless from}
SELECT b.id, b.name, b.starts, b.ends, COUNT(*) AS students, COUNT(IF(y.id IS NULL, 1, NULL)) AS missing,
       cj.course = ci.course AS same_course
FROM activity a
JOIN course_instance ci ON ci.id = a.course_instance
JOIN course c ON c.id = ci.course
JOIN activity b ON b.institution = a.institution AND b.id <> a.id AND b.starts >= a.starts - INTERVAL 2 YEAR
JOIN course_instance cj ON cj.id = b.course_instance
JOIN course d ON d.id = cj.course
JOIN registration x ON x.activity = b.id AND x.state = 'registered'
LEFT JOIN registration y ON y.activity = a.id AND y.person = x.person AND y.state = 'registered'
WHERE a.id = :activity
GROUP BY b.id, b.name, b.starts, b.ends, same_course, d.programme, c.programme
ORDER BY same_course DESC, d.programme = c.programme DESC, b.starts DESC, b.id DESC LIMIT 40
{end}

-- maybe: source
SELECT b.id, b.name, b.starts, b.ends, k.id AS class, k.letter,
       (SELECT COUNT(*) FROM registration x WHERE x.activity = b.id AND x.state = 'registered') AS students
FROM activity a JOIN activity b ON b.institution = a.institution AND b.id = :from AND b.id <> a.id
LEFT JOIN activity_class k ON k.activity = b.id AND k.id = :from_class
WHERE a.id = :activity

-- many: source_classes/class
SELECT k.id, k.letter FROM activity a
JOIN activity b ON b.institution = a.institution AND b.id = :from
JOIN activity_class k ON k.activity = b.id
WHERE a.id = :activity ORDER BY k.letter

-- many: people/person
SELECT p.id, p.name, p.protected, k.letter, {{copied_overlap}} AS overlaps
FROM {{registrations_copied}}
JOIN person p ON p.id = x.person
LEFT JOIN activity_class k ON k.id = x.activity_class
ORDER BY k.letter, p.sorted_{alphabet}, p.id LIMIT 2000

-- maybe: prefill
SELECT 1 AS needs FROM DUAL

-- many: prefill_each/prefill
SELECT 'people' AS field, x.person AS `key`, 1 AS value FROM {{registrations_copied}}

-- step: lock_counts
{{lock_counts}}

-- step: lock_plan
{{plan_lock}}

-- step: class
SELECT k.letter FROM activity_class k WHERE k.id = :class AND k.activity = :activity LOCK IN SHARE MODE

-- step: class_count
SELECT COUNT(*) AS classes FROM activity_class k WHERE k.activity = :activity

-- step: chosen
SELECT x.person AS id FROM {{registrations_copied}}
JOIN JSON_TABLE(:people, '$[*]' COLUMNS (person INT UNSIGNED PATH '$')) j ON j.person = x.person

-- step: source_name
SELECT b.name FROM activity b WHERE b.id = :from

-- step: before
{{registrations_count}}

-- step: insert
{{registrations_insert}}

-- step: resume
{{registrations_resume}}

-- Where they live and what they need, unless they had said so here before.
-- step: home
UPDATE registration x
JOIN JSON_TABLE(:people, '$[*]' COLUMNS (person INT UNSIGNED PATH '$')) j ON j.person = x.person
JOIN registration y ON y.activity = :from AND y.person = x.person
SET x.municipality = y.municipality, x.car = y.car
WHERE x.activity = :activity AND x.version = 1

-- step: reach
INSERT INTO registration_reach (registration, municipality)
SELECT x.id, r.municipality
FROM JSON_TABLE(:people, '$[*]' COLUMNS (person INT UNSIGNED PATH '$')) j
JOIN registration x ON x.activity = :activity AND x.person = j.person AND x.version = 1
JOIN registration y ON y.activity = :from AND y.person = x.person
JOIN registration_reach r ON r.registration = y.id

-- step: requirements
INSERT INTO registration_requirement (registration, requirement)
SELECT x.id, r.requirement
FROM JSON_TABLE(:people, '$[*]' COLUMNS (person INT UNSIGNED PATH '$')) j
JOIN registration x ON x.activity = :activity AND x.person = j.person AND x.version = 1
JOIN registration y ON y.activity = :from AND y.person = x.person
JOIN registration_requirement r ON r.registration = y.id

-- step: conflicts
INSERT INTO registration_conflict (registration, kind, site, unit)
SELECT x.id, r.kind, r.site, r.unit
FROM JSON_TABLE(:people, '$[*]' COLUMNS (person INT UNSIGNED PATH '$')) j
JOIN registration x ON x.activity = :activity AND x.person = j.person AND x.version = 1
JOIN registration y ON y.activity = :from AND y.person = x.person
JOIN registration_conflict r ON r.registration = y.id

-- step: events
{{registrations_events}}

-- step: changes
{{registrations_changes}}

-- step: recount
{{recount_allocation}}
