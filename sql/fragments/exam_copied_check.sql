SELECT 'starts_on' AS field, 'error.required' AS error FROM exam_session s
WHERE s.id = :exam_session AND s.date_mode <> 'none' AND :starts_on IS NULL
UNION ALL SELECT 'starts_on', 'error.period_far' FROM DUAL WHERE ABS(YEAR(:starts_on) - YEAR(:today)) > 10
