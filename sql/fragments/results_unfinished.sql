-- Whether session s waits for somebody's result.
EXISTS (SELECT 1 FROM candidate c LEFT JOIN result r ON r.candidate = c.id WHERE c.exam_session = s.id AND {{results_expected}})
