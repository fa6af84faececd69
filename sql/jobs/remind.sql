-- Orders that a site has not answered: who is reminded when. Days are the institution's own (institution.first_reminder_days
-- and so on). A stage is over when order_reminder has it, for the day that an answer is wanted by.

-- The latest stage that has come and was not yet. Late after a stop, an order is told of once, by its latest stage.
-- step: due
SELECT d.id AS `order`, d.due_on, d.stage, d.gathered
FROM (SELECT o.id, o.due_on, i.reminders_digest AS gathered,
             CASE WHEN :today >= o.due_on + INTERVAL i.escalation_days DAY THEN 'escalation'
                  WHEN :today >= o.due_on - INTERVAL i.second_reminder_days DAY THEN 'second'
                  WHEN :today >= o.due_on - INTERVAL i.first_reminder_days DAY THEN 'first' END AS stage
      FROM institution i
      JOIN placement_order o ON o.institution = i.id AND o.state = 'sent'
        AND o.due_on <= :today + INTERVAL GREATEST(COALESCE(i.first_reminder_days, 0), COALESCE(i.second_reminder_days, 0)) DAY
      JOIN activity a ON a.id = o.activity AND a.cancelled_at IS NULL AND a.ends >= :today) d
WHERE d.stage IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM order_reminder r
                  WHERE r.placement_order = d.id AND r.due_on = d.due_on AND r.stage = d.stage)
ORDER BY d.due_on, d.id LIMIT 100

-- Still so, and nobody else's. Only the order is locked, as its answer locks it.
-- step: lock
SELECT o.id FROM placement_order o
WHERE o.id = :order AND o.state = 'sent' AND o.due_on = :due_on
  AND NOT EXISTS (SELECT 1 FROM order_reminder r
                  WHERE r.placement_order = o.id AND r.due_on = o.due_on AND r.stage = :stage)
FOR UPDATE SKIP LOCKED

-- step: mark
INSERT INTO order_reminder (placement_order, due_on, stage, on_day, event)
SELECT o.id, o.due_on, :stage, :today, :event FROM placement_order o WHERE o.id = :order

-- By the institution itself: only the last time is kept.
-- step: mark_asked
INSERT INTO order_reminder (placement_order, due_on, stage, on_day, event)
SELECT o.id, o.due_on, 'asked', :today, :event FROM placement_order o WHERE o.id = :order
ON DUPLICATE KEY UPDATE on_day = VALUES(on_day), event = VALUES(event)

-- Stages whose day has come already are passed over: when an order is sent late, and when a later stage is sent.
-- step: pass
INSERT INTO order_reminder (placement_order, due_on, stage, on_day)
SELECT o.id, o.due_on, s.stage, :today
FROM placement_order o
JOIN institution i ON i.id = o.institution
JOIN (SELECT 'first' AS stage UNION ALL SELECT 'second' UNION ALL SELECT 'escalation') s
WHERE o.id = :order
  AND :today >= CASE s.stage WHEN 'escalation' THEN o.due_on + INTERVAL i.escalation_days DAY
                             WHEN 'second' THEN o.due_on - INTERVAL i.second_reminder_days DAY
                             ELSE o.due_on - INTERVAL i.first_reminder_days DAY END
  AND NOT EXISTS (SELECT 1 FROM order_reminder r
                  WHERE r.placement_order = o.id AND r.due_on = o.due_on AND r.stage = s.stage)
