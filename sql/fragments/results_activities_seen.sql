-- Activities a whose placement periods' results the viewer enters or attests, from the day they begin.
activity a
WHERE a.starts <= CAST(:today AS DATE) AND a.cancelled_at IS NULL
  AND EXISTS (SELECT 1 FROM registration x WHERE x.activity = a.id AND x.state = 'registered')
  AND (a.institution IN ({{viewer_planned}}) OR a.institution IN ({{viewer_plans_exams}}) OR a.institution IN ({{viewer_examiner_at}}))
  {if q} AND a.name LIKE CONCAT('%', :q, '%') {end}
  {if state}
  AND CASE :state WHEN 'untouched' THEN EXISTS (SELECT 1 FROM registration x LEFT JOIN result r ON r.registration = x.id
                                                WHERE x.activity = a.id AND x.state = 'registered' AND r.id IS NULL)
                  WHEN 'late' THEN FALSE
                  WHEN 'attested' THEN NOT EXISTS (SELECT 1 FROM registration x LEFT JOIN result r ON r.registration = x.id
                                                   WHERE x.activity = a.id AND x.state = 'registered' AND NOT r.state <=> 'attested')
                  ELSE EXISTS (SELECT 1 FROM registration x JOIN result r ON r.registration = x.id
                               WHERE x.activity = a.id AND r.state = :state) END
  {end}
