-- Of each partner: when its keys were last used, and until when the last of those that count does.
LEFT JOIN (SELECT k.partner, MAX(k.last_used_at) AS last_used_at,
                  MAX(IF({{partner_key_counts}}, COALESCE(LEAST(k.expires_on, DATE(k.ends_at)), k.expires_on), NULL)) AS expires_on
           FROM partner_key k GROUP BY k.partner) n ON n.partner = x.id
