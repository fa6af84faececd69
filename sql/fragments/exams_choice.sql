exam x
JOIN exam_session s ON s.id = x.exam_session
WHERE ({{exam_overseen}} {if viewer_assess} OR x.id IN ({{viewer_assesses}}) {end})
  {if state} AND x.state = :state {end}
  {if view} AND CASE :view WHEN 'today' THEN s.starts_on = CAST(:today AS DATE)
                           WHEN 'tomorrow' THEN s.starts_on = CAST(:today AS DATE) + INTERVAL 1 DAY
                           WHEN 'mine' THEN s.person = :viewer
                           WHEN 'edited' THEN x.edited_at >= CAST(:now AS DATETIME) - INTERVAL TIME_TO_SEC(TIME(:clock)) SECOND ELSE FALSE END {end}
  {if q} AND (s.name LIKE CONCAT('%', :q, '%') OR s.name_en LIKE CONCAT('%', :q, '%')) {end}
