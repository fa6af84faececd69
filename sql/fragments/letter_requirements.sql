-- What the activity asks of students. Goes on with the activity's id.
SELECT r.id, {{requirement_name}} AS name
FROM activity_requirement ar
JOIN requirement r ON r.id = ar.requirement
WHERE ar.activity =
