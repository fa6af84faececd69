-- After who is registered, the window for wishes or whether it is shared has changed; lock_counts came first. Joined, not set by a
-- subselect: in a prepared UPDATE of several tables MariaDB lets that see rows as they were before.
UPDATE activity_count n
JOIN allocation_plan p ON p.activity = n.activity
JOIN (SELECT COUNT(*) AS registered FROM registration r WHERE r.activity = :activity AND r.state = 'registered') t
SET n.registered = t.registered, n.wishes_from = p.wishes_from, n.shared = p.shares > 0
WHERE n.activity = :activity
