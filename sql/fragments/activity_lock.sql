SELECT 'activity' AS thing, a.*, a.cancelled_at IS NOT NULL AS cancelled, a.ends < :today AS past
FROM activity a WHERE a.id = :activity FOR UPDATE
