-- Sessions s whose results the viewer enters or attests, from the day they begin.
exam_session s
WHERE s.state <> 'draft' AND (s.starts_on IS NULL OR s.starts_on <= CAST(:today AS DATE))
  AND (s.state = 'confirmed' OR EXISTS (SELECT 1 FROM result r WHERE r.exam_session = s.id))
  AND {{exam_results_seen}}
  {if viewer_assess}
  AND (s.anonymous = 0 OR COALESCE(:clock > TIMESTAMP(s.ends_on, s.ends_at), 0)
       OR NOT EXISTS (SELECT 1 FROM exam x JOIN exam_assessor a ON a.exam = x.id AND a.person = :viewer
                      WHERE x.exam_session = s.id AND x.state <> 'confirmed'))
  {end}
  {if q} AND (s.name LIKE CONCAT('%', :q, '%') OR s.name_en LIKE CONCAT('%', :q, '%')) {end}
  {if state}
  AND CASE :state WHEN 'untouched' THEN EXISTS (SELECT 1 FROM candidate c LEFT JOIN result r ON r.candidate = c.id
                                                WHERE c.exam_session = s.id AND c.state = 'registered' AND r.id IS NULL)
                  WHEN 'late' THEN s.results_due < CAST(:today AS DATE) AND {{results_unfinished}}
                  WHEN 'attested' THEN EXISTS (SELECT 1 FROM result r WHERE r.exam_session = s.id AND r.state = 'attested') AND NOT {{results_unfinished}}
                  WHEN 'draft' THEN EXISTS (SELECT 1 FROM result r WHERE r.exam_session = s.id AND r.state = 'draft')
                  WHEN 'ready' THEN EXISTS (SELECT 1 FROM result r WHERE r.exam_session = s.id AND r.state = 'ready')
                  ELSE FALSE END
  {end}
