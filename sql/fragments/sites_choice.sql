TRUE
{if kind} AND s.kind = :kind {end}
{if municipality} AND s.municipality = LPAD(:municipality, 4, '0') {end}
{if q} AND (s.name LIKE CONCAT('%', :q, '%') OR m.name LIKE CONCAT('%', :q, '%')) {end}
