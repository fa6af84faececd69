-- After who is registered, the window for wishes or whether it is shared has changed; lock_counts came first.
UPDATE activity_count n
JOIN allocation_plan p ON p.activity = n.activity
SET n.registered = (SELECT COUNT(*) FROM registration r WHERE r.activity = :activity AND r.state = 'registered'),
    n.wishes_from = p.wishes_from, n.shared = p.shares > 0
WHERE n.activity = :activity
