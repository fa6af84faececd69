SELECT r.id, {{requirement_name}} AS name
FROM placement_order o
JOIN activity_requirement ar ON ar.activity = o.activity
JOIN requirement r ON r.id = ar.requirement
WHERE o.id = :order
ORDER BY name
