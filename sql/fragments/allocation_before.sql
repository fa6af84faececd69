-- The activity a's own predecessor: the latest of the same course, before it, whose allocation was shared.
SELECT e.id FROM activity e
JOIN course_instance ei ON ei.id = e.course_instance
JOIN course_instance ai ON ai.course = ei.course AND ai.id = a.course_instance
JOIN allocation_plan el ON el.activity = e.id AND el.shares > 0
WHERE e.institution = a.institution AND e.starts < a.starts AND e.cancelled_at IS NULL
ORDER BY e.starts DESC, e.id DESC LIMIT 1
