CASE x.kind WHEN 'units' THEN 'unit' WHEN 'people' THEN 'person' WHEN 'programmes' THEN 'programme'
            WHEN 'instances' THEN 'instance' WHEN 'registrations' THEN 'registration' WHEN 'points' THEN 'exam' ELSE 'agreement' END AS thing,
CASE x.kind WHEN 'units' THEN 'organisations' WHEN 'agreements' THEN 'organisations' WHEN 'people' THEN 'people'
            WHEN 'registrations' THEN 'allocation' WHEN 'points' THEN 'grading'
            ELSE 'studies' END AS area
