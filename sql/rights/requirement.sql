-- maybe: rights
SELECT 1 AS view, {{viewer_administers}} AS edit
FROM requirement r
WHERE r.id = :requirement
