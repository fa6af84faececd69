-- To students who have handed in no wishes: the days for wishes are about to end.
-- step: recipients
SELECT r.person FROM allocation_plan n JOIN {{wishes_reachable}} AND n.activity = :thing_id
ORDER BY r.person

-- one: registration
{{mail_wishes}} AND x.wishes_at IS NULL
