{unless view} AND x.starts <= CAST(:today AS DATE) AND x.ends >= CAST(:today AS DATE) AND (x.ended_on IS NULL OR x.ended_on >= CAST(:today AS DATE)) {end}
{if view}
AND (:view = 'now' AND x.starts <= CAST(:today AS DATE) AND x.ends >= CAST(:today AS DATE) AND (x.ended_on IS NULL OR x.ended_on >= CAST(:today AS DATE))
     OR :view = 'coming' AND x.starts > CAST(:today AS DATE)
     OR :view = 'earlier' AND (x.ends < CAST(:today AS DATE) OR x.ended_on < CAST(:today AS DATE)))
{end}
{if site} AND x.site = :site {end}
{if institution} AND x.institution = :institution {end}
{if q} AND ({{placement_student_named}} AND p.name LIKE CONCAT('%', :q, '%') OR a.name LIKE CONCAT('%', :q, '%') OR u.name LIKE CONCAT('%', :q, '%')) {end}
