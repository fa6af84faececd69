-- When students are asked, how many wishes they have, and by which rules the automatic run is to place them.
-- one: activity
{{activity_head}}
WHERE a.id = :activity

-- one: plan
{{wishes_plan}}

-- maybe: prefill
SELECT n.wishes_from, n.wishes_to, n.wishes_most, n.reminder_days, n.objective, n.avoid_earlier, n.limit_km, n.limit_car_km, n.version
FROM allocation_plan n WHERE n.activity = :activity

-- step: lock_counts
{{lock_counts}}

-- step: lock_plan
{{plan_lock}}

-- step: changed_since
{{plan_changed_since}} AND e.kind = 'wishes.settings_changed' LIMIT 1

-- step: check
SELECT 'wishes_to' AS field, 'error.required' AS error FROM DUAL WHERE :wishes_from IS NOT NULL AND :wishes_to IS NULL
UNION ALL SELECT 'wishes_from', 'error.required' FROM DUAL WHERE :wishes_from IS NULL AND :wishes_to IS NOT NULL
UNION ALL SELECT 'wishes_to', 'error.end_before_start' FROM DUAL WHERE :wishes_to < :wishes_from
UNION ALL SELECT 'wishes_to', 'error.wishes_after_start' FROM activity a WHERE a.id = :activity AND a.starts <= :wishes_to
UNION ALL SELECT 'reminder_days', 'error.reminder_before_window' FROM DUAL
  WHERE CAST(:wishes_to AS DATE) - INTERVAL :reminder_days DAY < CAST(:wishes_from AS DATE)
UNION ALL SELECT 'limit_car_km', 'error.car_reaches_less' FROM DUAL WHERE :limit_car_km < :limit_km
UNION ALL SELECT 'limit_km', 'error.car_reaches_less_no_car' FROM DUAL WHERE :limit_km IS NULL AND :limit_car_km IS NOT NULL

-- step: update
UPDATE allocation_plan SET wishes_from = :wishes_from, wishes_to = :wishes_to, wishes_most = :wishes_most,
  reminder_days = :reminder_days, objective = :objective, avoid_earlier = COALESCE(:avoid_earlier, 0), limit_km = :limit_km,
  limit_car_km = :limit_car_km, version = version + 1
WHERE activity = :activity

-- step: recount
{{recount_allocation}}
