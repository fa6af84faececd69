e.thing = :thing AND e.thing_id = :id AND e.thing_version > :version
  AND e.kind NOT IN ('person.signed_in', 'person.signed_out', 'person.session_ended', 'person.password_forgotten')
  AND (e.kind NOT IN ('order.created', 'order.changed') OR e.institution IN ({{viewer_institutions}}))
