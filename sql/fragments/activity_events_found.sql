{if q} AND ({{actor_named}} AND p.name LIKE CONCAT('%', :q, '%') OR s.name LIKE CONCAT('%', :q, '%')) {end}
