-- Where a student lives while they are in practice, and how far they get: told by themselves, or for them.
-- one: registration
{{registration_head}}

-- many: municipalities/municipality
{{municipalities}}

-- maybe: prefill
SELECT CAST(x.municipality AS UNSIGNED) AS municipality, x.car, x.version FROM registration x WHERE x.id = :registration

-- many: prefill_each/prefill
SELECT 'reach' AS field, CAST(r.municipality AS UNSIGNED) AS `key`, 1 AS value
FROM registration_reach r WHERE r.registration = :registration

-- step: lock_plan
{{plan_lock_of_registration}}

-- step: lock
{{registration_lock}}

-- step: municipality
SELECT m.number, m.name FROM municipality m WHERE m.number = LPAD(:municipality, 4, '0')

-- step: update
UPDATE registration SET municipality = LPAD(:municipality, 4, '0'), car = :car, version = version + 1 WHERE id = :registration

-- step: reach
SELECT GROUP_CONCAT(m.name ORDER BY m.name SEPARATOR ', ') AS names
FROM registration_reach r JOIN municipality m ON m.number = r.municipality WHERE r.registration = :registration

-- step: unreach
DELETE FROM registration_reach WHERE registration = :registration

-- step: reached
INSERT INTO registration_reach (registration, municipality)
SELECT :registration, m.number FROM municipality m
JOIN JSON_TABLE(:reached, '$[*]' COLUMNS (number INT PATH '$')) j ON m.number = LPAD(j.number, 4, '0')
