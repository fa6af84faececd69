-- How late results are, while some are waited for. s: exam_session.
s.results_due, {{results_unfinished}} AS unfinished, IF(s.results_due < CAST(:today AS DATE), DATEDIFF(:today, s.results_due), NULL) AS days_late,
       DATEDIFF(s.results_due, :today) AS days_left
