-- list: programmes/programme
-- columns: code, name, institution, courses
-- sort: name d.name {collate}; code d.code; institution d.institution {collate}, d.name {collate}; courses d.courses, d.name {collate}
SELECT d.* FROM (
SELECT p.id, p.code, IF(:lang = 'en', COALESCE(p.name_en, p.name), p.name) AS name, p.institution AS institution_id,
  i.name AS institution,
  (SELECT COUNT(*) FROM course c WHERE c.institution = p.institution AND c.programme = p.id) AS courses
FROM programme p
JOIN institution i ON i.id = p.institution
WHERE {{sees_studies}}
  AND (:institution IS NULL OR p.institution = :institution)
  AND (:q IS NULL OR p.name LIKE CONCAT('%', :q, '%') OR p.name_en LIKE CONCAT('%', :q, '%')
       OR p.code LIKE CONCAT('%', :q, '%'))) d

-- many: institutions/institution
SELECT i.id, i.name AS name FROM institution i
WHERE EXISTS (SELECT 1 FROM programme p WHERE p.institution = i.id AND {{sees_studies}})
ORDER BY name {collate}
