-- Mails m of events e to people p, about activity a, that the page asks for. Who is protected is not found.
{{mails_seen}}
  {if state} AND m.state = :state {end}
  {if kind} AND m.kind = :kind {end}
  {if q} AND ((p.protected = 0 AND (p.name LIKE CONCAT('%', :q, '%') OR COALESCE(m.address, p.email) LIKE CONCAT('%', :q, '%')))
              OR a.name LIKE CONCAT('%', :q, '%')) {end}
