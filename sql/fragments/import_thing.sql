CASE x.kind WHEN 'units' THEN 'unit' WHEN 'people' THEN 'person' WHEN 'programmes' THEN 'programme'
            WHEN 'instances' THEN 'instance' WHEN 'registrations' THEN 'registration' ELSE 'agreement' END AS thing,
CASE x.kind WHEN 'units' THEN 'organisations' WHEN 'agreements' THEN 'organisations' WHEN 'people' THEN 'people'
            WHEN 'registrations' THEN 'allocation'
            ELSE 'studies' END AS area
