-- The institution's placement administrator enters its lecturers and coordinators.
-- one: activity
{{activity_head}}
WHERE a.id = :activity

-- many: classes/class
SELECT k.id, CONCAT(k.letter) AS name, k.starts, k.ends FROM activity_class k WHERE k.activity = :activity ORDER BY k.letter

-- many: people/person
SELECT p.id, p.name
FROM activity a
JOIN person_grant x ON x.institution = a.institution
JOIN person p ON p.id = x.person
WHERE a.id = :activity AND {{role_candidate}}
GROUP BY p.id
ORDER BY p.sorted_{alphabet}, p.id

-- maybe: prefill
{{role_period}}
WHERE a.id = :activity

-- step: lock_counts
{{lock_counts}}

-- step: lock
{{activity_lock}}

-- step: check
SELECT 'person' AS field, 'error.not_among' AS error FROM DUAL
WHERE NOT EXISTS (SELECT 1 FROM person_grant x JOIN person p ON p.id = x.person
                  WHERE x.institution = :institution AND x.person = :person AND {{role_candidate}})
UNION ALL
{{role_part_check}}

-- step: places
{{role_places}}

-- step: person
SELECT p.name, p.protected, NULL AS unit, 0 AS units FROM person p WHERE p.id = :person

-- step: insert
INSERT INTO person_grant (person, role, institution, activity, activity_class, valid_from, valid_to, students_most)
VALUES (:person, :role, :institution, :activity, :class, :valid_from, :valid_to,
        IF(:role IN ('supervisor', 'lecturer'), :students_most, NULL))
