-- The placement letters of an activity's students, a sheet each, to print.
-- one: activity
SELECT a.id, a.name, i.name AS institution_name, IF(:class IS NULL, NULL, (SELECT k.letter FROM activity_class k WHERE k.id = :class AND k.activity = a.id)) AS class,
  (SELECT COUNT(*) FROM placement x JOIN person p ON p.id = x.person AND p.protected = 0 JOIN registration r ON r.id = x.registration
   WHERE x.activity = a.id AND x.ended_on IS NULL AND a.cancelled_at IS NULL {if class} AND r.activity_class = :class {end}) AS letters
FROM activity a
JOIN institution i ON i.id = a.institution
WHERE a.id = :activity

-- many: letters/letter
{{letter}} AND x.activity = :activity {if class} AND r.activity_class = :class {end}
ORDER BY p.sorted_{alphabet}, x.id

-- many: requirements/requirement
{{letter_requirements}} :activity
ORDER BY name {collate}, id
