-- Students registered by hand: those of the activity's programme, or whom a search finds.
-- one: activity
{{activity_head}}
WHERE a.id = :activity

-- many: classes/class
SELECT k.id, k.letter, k.letter AS name, k.starts, k.ends FROM activity_class k WHERE k.activity = :activity ORDER BY k.letter

-- overlaps: another activity at the same time that they are registered in.
-- many: people/person
SELECT p.id, p.name, p.email, p.protected, IF(:lang = 'en', COALESCE(g.name_en, g.name), g.name) AS programme_name, t.cohort AS term,
       (SELECT MIN(o.name) FROM registration y JOIN activity o ON o.id = y.activity AND o.cancelled_at IS NULL
        WHERE y.person = p.id AND y.state = 'registered' AND y.institution = a.institution AND y.activity <> a.id
          AND o.starts <= a.ends AND o.ends >= a.starts) AS overlaps,
       (SELECT COUNT(*) FROM registration y WHERE y.person = p.id AND y.activity = a.id) AS withdrawn
FROM activity a
JOIN course_instance ci ON ci.id = a.course_instance
JOIN course c ON c.id = ci.course
JOIN ({{registration_candidates}}) f ON TRUE
JOIN person p ON p.id = f.person
LEFT JOIN student t ON t.person = p.id AND t.institution = a.institution
LEFT JOIN programme g ON g.id = t.programme
WHERE a.id = :activity
  {unless q} AND t.programme = c.programme {end}
  {if q} AND (p.name LIKE CONCAT('%', :q, '%') OR p.email LIKE CONCAT(:q, '%')) {end}
ORDER BY t.cohort DESC, p.sorted_{alphabet}, p.id LIMIT 200

-- maybe: search
SELECT :q AS q FROM (SELECT 1) one WHERE :q IS NOT NULL

-- step: lock_counts
{{lock_counts}}

-- step: lock_plan
{{plan_lock}}

-- step: class
SELECT k.letter FROM activity_class k WHERE k.id = :class AND k.activity = :activity LOCK IN SHARE MODE

-- step: class_count
SELECT COUNT(*) AS classes FROM activity_class k WHERE k.activity = :activity

-- Those of :people whom the institution may register and has not.
-- step: chosen
SELECT p.id, y.id AS registration FROM JSON_TABLE(:people, '$[*]' COLUMNS (person INT UNSIGNED PATH '$')) j
JOIN person p ON p.id = j.person
JOIN ({{registration_candidates}}) f ON f.person = p.id
LEFT JOIN registration y ON y.activity = :activity AND y.person = p.id
ORDER BY p.id

-- step: before
{{registrations_count}}

-- step: insert
{{registrations_insert}}

-- step: resume
{{registrations_resume}}

-- step: events
{{registrations_events}}

-- step: changes
{{registrations_changes}}

-- step: recount
{{recount_allocation}}
