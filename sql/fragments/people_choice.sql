p.protected = 0
  AND (:q IS NULL OR p.name LIKE CONCAT('%', :q, '%') OR p.email LIKE CONCAT('%', :q, '%'))
  AND EXISTS (SELECT 1 FROM person_grant x WHERE x.person = p.id AND {{people_filter}})
