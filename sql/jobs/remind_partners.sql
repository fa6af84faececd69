-- Partners whose last key runs out: those who made them, and the partner's contact, are told a month before and five days before. The
-- partner's events say what was done.

-- step: due
SELECT d.partner, d.expires_on
FROM (SELECT x.id AS partner, n.expires_on FROM partner x
      {{partner_keys}}
      WHERE x.ended_at IS NULL AND n.expires_on BETWEEN CAST(:today AS DATE) AND CAST(:today AS DATE) + INTERVAL 30 DAY
        {if partner} AND x.id = :partner {end}) d
WHERE NOT EXISTS (SELECT 1 FROM event e JOIN event_change c ON c.event = e.id
                  WHERE e.thing = 'partner' AND e.thing_id = d.partner AND e.kind = 'partner.key_expiring'
                    AND c.field = 'expires_on' AND c.new_value = d.expires_on
                    AND (d.expires_on > CAST(:today AS DATE) + INTERVAL 5 DAY OR e.at >= d.expires_on - INTERVAL 5 DAY))
ORDER BY d.expires_on, d.partner LIMIT 100

-- Nobody else's meanwhile; whether it is still due is asked again after.
-- step: lock
SELECT x.id FROM partner x WHERE x.id = :partner AND x.ended_at IS NULL FOR UPDATE SKIP LOCKED
