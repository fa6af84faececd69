{if q} AND (p.name LIKE CONCAT('%', :q, '%') OR p.email LIKE CONCAT('%', :q, '%')) {end}
