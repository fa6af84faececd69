-- one: activity
{{activity_head}}
WHERE a.id = :activity

-- maybe: told
SELECT COUNT(*) AS orders, COUNT(DISTINCT o.site) AS sites, COUNT(IF(o.state = 'sent', 1, NULL)) AS unanswered,
       (SELECT COUNT(*) FROM registration r WHERE r.activity = :activity AND r.state = 'registered') AS students,
       (SELECT COUNT(*) FROM placement x WHERE x.activity = :activity AND x.ended_on IS NULL) AS placed
FROM placement_order o WHERE o.activity = :activity AND o.state IN ('sent', 'answered', 'closed')

-- maybe: prefill
SELECT a.version FROM activity a WHERE a.id = :activity

-- step: lock_counts
{{lock_counts_and_plan}}

-- step: lock
{{activity_lock}}

-- step: cancel
UPDATE activity SET cancelled_at = UTC_TIMESTAMP(), cancel_reason = :reason, version = version + 1 WHERE id = :activity

-- Orders nobody needs to answer any more.
-- step: unanswered
SELECT o.id FROM placement_order o WHERE o.activity = :activity AND o.state = 'sent' ORDER BY o.id FOR UPDATE

-- step: withdraw
UPDATE placement_order SET state = 'withdrawn', version = version + 1 WHERE id = :order

-- step: recount
{{recount}}
