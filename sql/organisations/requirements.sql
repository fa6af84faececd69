-- list: requirements/requirement
-- columns: code, name, units
-- sort: name name {collate}; code r.code; units units, name {collate}
SELECT r.id, r.code, {{requirement_name}} AS name,
  (SELECT COUNT(*) FROM unit_requirement ur WHERE ur.requirement = r.id) AS units
FROM requirement r
WHERE :q IS NULL OR r.code LIKE CONCAT('%', :q, '%') OR {{requirement_name}} LIKE CONCAT('%', :q, '%')
