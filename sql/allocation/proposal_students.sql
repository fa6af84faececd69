-- Where a proposal would have everyone.
-- one: proposal
{{proposal_head}}
WHERE x.id = :proposal

-- one: activity
{{activity_head}}
WHERE a.id = (SELECT x.activity FROM proposal x WHERE x.id = :proposal)

-- Travel tells where somebody lives: for those who allocate.
-- list: students/student
-- columns: student, class, site, unit, wish, km, change
-- sort: student p.sorted_{alphabet}, t.registration; class k.letter, p.sorted_{alphabet}, t.registration; site s.name {collate}, u.name {collate}, p.sorted_{alphabet}, t.registration; unit u.name {collate}, p.sorted_{alphabet}, t.registration; wish t.unit IS NULL, t.wish IS NULL, t.wish, p.sorted_{alphabet}, t.registration; -km km, t.registration
SELECT t.registration AS id, {{student_named}} AS student, k.letter AS class, s.name AS site, s.id AS site_id, u.name AS unit,
  u.id AS unit_id, t.wish, t.wishes, IF(r.institution IN ({{viewer_planned}}), t.km, NULL) AS km, t.old_locked AS locked,
  CASE WHEN t.unit <=> t.old_unit THEN NULL WHEN t.unit IS NULL THEN 'out' WHEN t.old_unit IS NULL THEN 'put' ELSE 'moved' END AS `change`,
  ou.name AS old_unit
FROM proposal_student t
JOIN registration r ON r.id = t.registration
JOIN person p ON p.id = r.person
LEFT JOIN activity_class k ON k.id = r.activity_class
LEFT JOIN unit u ON u.id = t.unit
LEFT JOIN site s ON s.id = t.site
LEFT JOIN unit ou ON ou.id = t.old_unit
WHERE t.proposal = :proposal
{if q} AND ((p.name LIKE CONCAT('%', :q, '%') AND (p.protected = 0 OR r.institution IN ({{viewer_planned}})))
            OR u.name LIKE CONCAT('%', :q, '%') OR s.name LIKE CONCAT('%', :q, '%')) {end}
{if wish} AND CASE :wish WHEN 'first' THEN t.wish = 1 WHEN 'second' THEN t.wish = 2 WHEN 'third' THEN t.wish = 3
                         WHEN 'later' THEN t.wish > 3 WHEN 'none' THEN t.unit IS NOT NULL AND t.wish IS NULL AND t.wishes > 0
                         WHEN 'unsaid' THEN t.unit IS NOT NULL AND t.wishes = 0 WHEN 'unplaced' THEN t.unit IS NULL
                         ELSE FALSE END {end}
{if change} AND CASE :change WHEN 'changed' THEN NOT (t.unit <=> t.old_unit) WHEN 'same' THEN t.unit <=> t.old_unit WHEN 'put' THEN t.old_unit IS NULL AND t.unit IS NOT NULL
                             WHEN 'moved' THEN t.old_unit IS NOT NULL AND t.unit IS NOT NULL AND t.unit <> t.old_unit
                             WHEN 'out' THEN t.old_unit IS NOT NULL AND t.unit IS NULL WHEN 'locked' THEN t.old_locked = 1
                             ELSE FALSE END {end}
