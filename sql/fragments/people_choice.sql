p.protected = 0 AND (:q IS NULL OR p.name LIKE CONCAT('%', :q, '%') OR p.email LIKE CONCAT('%', :q, '%'))
