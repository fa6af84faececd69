-- What a draft lacks before it can be confirmed: the step it is mended in, and the label of what is wrong.
SELECT 'instances' AS step, 'error.instances_needed' AS error FROM exam_session s
WHERE s.id = :exam_session AND NOT EXISTS (SELECT 1 FROM exam_session_instance n WHERE n.exam_session = s.id)
UNION ALL
SELECT 'concerns', CASE WHEN SUM(n.module IS NULL) > 0 THEN 'error.module_needed'
                        WHEN COUNT(DISTINCT m.credits) > 1 THEN 'error.credits_differ' ELSE 'error.scales_differ' END
FROM exam_session_instance n LEFT JOIN module m ON m.id = n.module
WHERE n.exam_session = :exam_session
HAVING COUNT(*) > 0 AND (SUM(n.module IS NULL) > 0 OR COUNT(DISTINCT m.credits) > 1 OR COUNT(DISTINCT m.grading_scale) > 1)
UNION ALL
SELECT 'details', 'error.code_prefix' FROM exam_session s
WHERE s.id = :exam_session AND s.code_prefix IS NOT NULL AND BINARY s.code_prefix NOT REGEXP '^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$'
