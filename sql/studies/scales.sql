-- list: scales/scale
-- columns: name, institution, grades, versions, modules, state
-- sort: name d.name {collate}, d.id; institution d.institution {collate}, d.name {collate}; versions d.versions, d.name {collate}; modules d.modules, d.name {collate}
SELECT d.* FROM (
SELECT sc.id, {{scale_name}} AS name, sc.institution AS institution_id, i.name AS institution, {{scale_grades}} AS grades, sc.latest AS versions,
  (SELECT COUNT(*) FROM module m
   WHERE m.grading_scale = sc.id AND (m.closed_on IS NULL OR m.closed_on > :today)
     {unless viewer_administer} AND m.institution IN ({{viewer_granted}}) {end}) AS modules,
  IF(sc.closed_on <= :today, 'closed', NULL) AS state
FROM grading_scale sc
JOIN scale_version sv ON sv.grading_scale = sc.id AND sv.number = sc.latest
LEFT JOIN institution i ON i.id = sc.institution
WHERE TRUE
  {unless viewer_administer} AND (sc.institution IS NULL OR sc.institution IN ({{viewer_granted}})) {end}
  {if institution} AND (sc.institution IS NULL OR sc.institution = :institution) {end}
  {if q} AND (sc.name LIKE CONCAT('%', :q, '%') OR sc.name_en LIKE CONCAT('%', :q, '%')) {end}) d

-- many: institutions/institution
SELECT i.id, i.name AS name FROM institution i
WHERE EXISTS (SELECT 1 FROM grading_scale sc WHERE sc.institution = i.id)
  {unless viewer_administer} AND i.id IN ({{viewer_granted}}) {end}
ORDER BY name {collate}
