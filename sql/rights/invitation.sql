-- Seen and sent again by who manages a place that the person has, or had, a role at; withdrawn by who manages all of them.
-- maybe: rights
SELECT r.manages AS view, r.manages AS again, r.manages AND r.pending AS again_now,
       r.manages AND NOT r.elsewhere AS withdraw, r.manages AND NOT r.elsewhere AND r.pending AS withdraw_now
FROM (
  SELECT {{viewer_administers}} OR EXISTS (SELECT 1 FROM person_grant x WHERE x.person = l.person AND {{manages_grant}}) AS manages,
         EXISTS (SELECT 1 FROM person_grant x
                 WHERE x.person = l.person AND (x.valid_to IS NULL OR x.valid_to >= :today)
                   AND NOT COALESCE({{manages_grant}}, 0)) AS elsewhere,
         l.ended IS NULL AND NOT EXISTS (SELECT 1 FROM account a WHERE a.person = l.person) AS pending
  FROM account_link l
  WHERE l.id = :invitation AND l.purpose = 'invitation'
) r
