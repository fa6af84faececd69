-- others: keys of the same partner that count.
SELECT o.id, o.made_at, o.expires_on, o.last_used_at, o.revoked_at, x.id AS partner, x.name AS partner_name,
       COALESCE(i.name, s.name) AS organisation,
       (SELECT COUNT(*) FROM partner_key k WHERE k.partner = x.id AND k.id <> o.id AND {{partner_key_counts}}) AS others
FROM partner_key o
JOIN partner x ON x.id = o.partner
LEFT JOIN institution i ON i.id = x.institution
LEFT JOIN site s ON s.id = x.site
WHERE o.id = :partner_key
