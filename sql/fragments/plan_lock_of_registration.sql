SELECT n.activity FROM allocation_plan n
WHERE n.activity = (SELECT x.activity FROM registration x WHERE x.id = :registration) FOR UPDATE
