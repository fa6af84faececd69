-- To whoever made the partner or one of its keys and still looks after it; to all who do, where nobody of them is left; and to the
-- partner itself, at its contact's address (events/write.sql).
-- step: recipients
SELECT t.person
FROM (SELECT DISTINCT g.person,
             g.person = x.made_by OR EXISTS (SELECT 1 FROM partner_key k WHERE k.partner = x.id AND k.made_by = g.person) AS made
      FROM partner x
      JOIN person_grant g ON g.valid_from <= :today AND (g.valid_to IS NULL OR g.valid_to >= :today)
        AND g.role <> 'system_administrator' AND {{looks_after}}
      WHERE x.id = :thing_id
      UNION
      SELECT g.person, 1 FROM partner x
      JOIN person_grant g ON g.person = x.made_by AND g.role = 'system_administrator'
        AND g.valid_from <= :today AND (g.valid_to IS NULL OR g.valid_to >= :today)
      WHERE x.id = :thing_id) t
WHERE t.made = 1
   OR NOT EXISTS (SELECT 1 FROM partner x
                  JOIN person_grant g ON g.valid_from <= :today AND (g.valid_to IS NULL OR g.valid_to >= :today) AND {{looks_after}}
                  WHERE x.id = :thing_id
                    AND (g.person = x.made_by
                         OR EXISTS (SELECT 1 FROM partner_key k WHERE k.partner = x.id AND k.made_by = g.person)))
UNION
SELECT x.person FROM partner x WHERE x.id = :thing_id
ORDER BY 1

-- Gone when a newer key took over meanwhile.
-- one: partner
SELECT x.id, x.name, COALESCE(i.name, s.name) AS organisation, n.expires_on, n.last_used_at,
       IF(x.person = :person, 1, NULL) AS outside, COALESCE(i.email, s.email) AS email
{{partner_rows}}
WHERE x.id = :thing_id AND x.ended_at IS NULL AND n.expires_on <= CAST(:today AS DATE) + INTERVAL 31 DAY
