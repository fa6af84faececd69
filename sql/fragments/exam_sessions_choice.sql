-- Sessions as the list is asked for: by words of names, courses and instances, how far they have come, type, term, days, whose.
FROM exam_session s
JOIN institution i ON i.id = s.institution
WHERE {{exam_seen}}
  {if q}
  AND (s.name LIKE CONCAT('%', :q, '%') OR s.name_en LIKE CONCAT('%', :q, '%')
       OR EXISTS (SELECT 1 FROM exam_session_instance n
                  JOIN course_instance ci ON ci.id = n.course_instance JOIN course c ON c.id = ci.course
                  WHERE n.exam_session = s.id
                    AND (c.code LIKE CONCAT('%', :q, '%') OR ci.code LIKE CONCAT('%', :q, '%') OR c.name LIKE CONCAT('%', :q, '%'))))
  {end}
  {if state} AND (:state = {{exam_stage}} OR :state = 'open' AND s.state = 'confirmed' AND {{exam_registers}} = 'open') {end}
  {if type} AND s.type = :type {end}
  {if institution} AND s.institution = :institution {end}
  {if term} AND s.starts_on >= CONCAT(LEFT(:term, 4), IF(RIGHT(:term, 1) = '1', '-01-01', '-07-01'))
    AND s.starts_on <= CONCAT(LEFT(:term, 4), IF(RIGHT(:term, 1) = '1', '-06-30', '-12-31')) {end}
  {if from} AND s.ends_on >= :from {end}
  {if to} AND s.starts_on <= :to {end}
