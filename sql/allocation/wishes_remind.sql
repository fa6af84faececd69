-- Whom a reminder by hand goes to, and the steps of every reminder, by hand and by the clock (jobs/remind.c).
-- one: activity
{{activity_head}}
WHERE a.id = :activity

-- one: plan
{{wishes_plan}}

-- How many of them can be told.
-- one: reach
SELECT COUNT(*) AS told FROM allocation_plan n JOIN {{wishes_reachable}} AND n.activity = :activity

-- many: students/student
SELECT x.id, IF({{registration_named}}, p.name, NULL) AS name, k.letter AS class,
       NOT EXISTS (SELECT 1 FROM account c WHERE c.person = x.person AND c.closed = 0) AS unreachable
FROM {{wishes_missing}}
ORDER BY p.sorted_{alphabet}, x.id LIMIT 1000

-- step: lock_plan
{{plan_lock}}

-- stage: of the window, when nobody is to be reminded outside of it.
-- step: still
SELECT {{wishes_stage}} AS stage, {{wishes_reminded_today}} AS reminded, (SELECT COUNT(*) FROM {{wishes_missing}}) AS missing,
       (SELECT COUNT(*) FROM {{wishes_reachable}}) AS told
FROM allocation_plan n WHERE n.activity = :activity
