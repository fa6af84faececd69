-- one: proposal
{{proposal_head}}
WHERE x.id = :proposal

-- one: activity
{{activity_head}}
WHERE a.id = (SELECT x.activity FROM proposal x WHERE x.id = :proposal)

-- maybe: prefill
SELECT x.version FROM proposal x WHERE x.id = :proposal

-- What is otherwise than the run read it: then it is not taken.
-- many: meanwhile/fact
SELECT z.what, z.registration, z.name, z.old_value, z.new_value FROM ({{proposal_changes}}) z LIMIT 100

-- Whom it concerns, and what of it.
-- maybe: effect
SELECT COUNT(*) AS moved, COUNT(IF(s.old_unit IS NULL, 1, NULL)) AS put, COUNT(IF(s.unit IS NULL, 1, NULL)) AS taken_out,
  COUNT(IF(s.old_unit IS NOT NULL AND s.unit IS NOT NULL, 1, NULL)) AS elsewhere,
  COUNT(b.supervisor) AS supervisors, COUNT(IF(NOT (s.unit <=> s.shared_unit) AND s.shared_unit IS NOT NULL, 1, NULL)) AS shared
FROM proposal_student s
LEFT JOIN allocation b ON b.registration = s.registration
WHERE s.proposal = :proposal AND NOT (s.unit <=> s.old_unit)

-- many: moves/move
SELECT s.registration, p.name, s.wish, s.wishes, ou.name AS old_unit, os.name AS old_site,
  nu.name AS new_unit, ns.name AS new_site, NOT (s.unit <=> s.shared_unit) AND s.shared_unit IS NOT NULL AS shared
FROM proposal_student s
JOIN registration r ON r.id = s.registration
JOIN person p ON p.id = r.person
LEFT JOIN unit ou ON ou.id = s.old_unit
LEFT JOIN site os ON os.id = s.old_site
LEFT JOIN unit nu ON nu.id = s.unit
LEFT JOIN site ns ON ns.id = s.site
WHERE s.proposal = :proposal AND NOT (s.unit <=> s.old_unit)
ORDER BY p.sorted_{alphabet}, s.registration LIMIT 1000

-- step: lock
{{proposal_lock}}

-- step: lock_counts
{{lock_counts}}

-- step: lock_plan
{{plan_lock}}

-- step: lock_rows
SELECT b.registration FROM allocation b WHERE b.activity = :activity FOR UPDATE

-- step: lock_students
SELECT r.id FROM registration r WHERE r.activity = :activity FOR UPDATE

-- step: changes
SELECT COUNT(*) AS changes FROM ({{proposal_changes}}) z

-- A new unit has its own supervisors; the lecturer is the institution's and stays.
-- step: put
UPDATE allocation b
JOIN proposal_student s ON s.registration = b.registration AND NOT (s.unit <=> b.unit)
SET b.site = s.site, b.unit = s.unit, b.supervisor = NULL, b.version = b.version + 1
WHERE s.proposal = :proposal AND b.locked = 0

-- step: put_new
INSERT INTO allocation (registration, activity, site, unit)
SELECT s.registration, :activity, s.site, s.unit
FROM proposal_student s
WHERE s.proposal = :proposal AND s.unit IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM allocation b WHERE b.registration = s.registration)

-- step: take
UPDATE proposal SET state = 'taken', taken_at = UTC_TIMESTAMP(), version = version + 1 WHERE id = :proposal

-- step: touch_plan
UPDATE allocation_plan SET version = version + 1 WHERE activity = :activity

-- step: activity_of
SELECT x.activity FROM proposal x WHERE x.id = :proposal
