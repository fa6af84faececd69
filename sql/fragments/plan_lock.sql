-- First of every action on an activity's allocation, so that they queue; after lock_counts where it also recounts
-- (recount_allocation).
SELECT 'plan' AS thing, p.activity AS id, p.*, a.starts, a.ends, a.ends < :today AS past, a.cancelled_at IS NOT NULL AS cancelled
FROM allocation_plan p JOIN activity a ON a.id = p.activity
WHERE p.activity = :activity FOR UPDATE
