SELECT k.id, k.made_at, k.expires_on, k.last_used_at, k.revoked_at, x.id AS partner, x.name AS partner_name,
       COALESCE(i.name, s.name) AS organisation,
       (SELECT COUNT(*) FROM partner_key o WHERE o.partner = x.id AND o.id <> k.id AND o.revoked_at IS NULL
          AND o.expires_on >= :today AND (o.ends_at IS NULL OR o.ends_at > :now)) AS others
FROM partner_key k
JOIN partner x ON x.id = k.partner
LEFT JOIN institution i ON i.id = x.institution
LEFT JOIN site s ON s.id = x.site
WHERE k.id = :partner_key
