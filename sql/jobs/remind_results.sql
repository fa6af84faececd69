-- Sessions whose results are due within three days, or late: their planners and examiners are told of it once each, for that day. The events
-- of the session say what was done.

-- step: due
SELECT d.exam_session, d.stage, d.results_due
FROM (SELECT s.id AS exam_session, s.results_due, IF(s.results_due < CAST(:today AS DATE), 'late', 'soon') AS stage
      FROM exam_session s
      WHERE s.state = 'confirmed' AND s.results_due <= CAST(:today AS DATE) + INTERVAL 3 DAY
        AND s.results_due >= CAST(:today AS DATE) - INTERVAL 1 YEAR AND {{results_unfinished}}
        {if exam_session} AND s.id = :exam_session {end}) d
WHERE NOT EXISTS (SELECT 1 FROM event e JOIN event_change c ON c.event = e.id
                  WHERE e.thing = 'exam_session' AND e.thing_id = d.exam_session AND e.kind = CONCAT('results.', d.stage)
                    AND c.field = 'results_due' AND c.new_value = d.results_due)
ORDER BY d.results_due, d.exam_session LIMIT 100

-- Nobody else's meanwhile; whether it is still due is asked again after.
-- step: lock
SELECT s.id FROM exam_session s WHERE s.id = :exam_session FOR UPDATE SKIP LOCKED
