-- To students who have handed in no wishes: wishes are asked for.
-- step: recipients
SELECT r.person FROM allocation_plan n JOIN {{wishes_reachable}} AND n.activity = :thing_id
  AND NOT {{wishes_told}}
ORDER BY r.person

-- one: registration
{{mail_wishes}} AND x.wishes_at IS NULL
