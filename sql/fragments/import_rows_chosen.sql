{if outcome} AND (r.outcome = :outcome OR (:outcome = 'hindered' AND n.kind = 'hindrance')) {end}
{if q} AND r.title LIKE CONCAT('%', :q, '%') {end}
