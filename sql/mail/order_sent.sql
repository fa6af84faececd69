-- To the site's coordinators (its administrators when it has none): what is asked, with the activity's requirements.
-- step: recipients
{{mail_to_site}}

-- one: order
{{order_head}}
WHERE o.id = :thing_id

-- many: requirements/requirement
SELECT r.id, {{requirement_name}} AS name
FROM placement_order o
JOIN activity_requirement ar ON ar.activity = o.activity
JOIN requirement r ON r.id = ar.requirement
WHERE o.id = :thing_id
ORDER BY name {collate}
