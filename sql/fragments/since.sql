e.thing = :thing AND e.thing_id = :id AND e.thing_version > :version
  AND e.kind NOT IN ('person.signed_in', 'person.signed_out', 'person.session_ended', 'person.password_forgotten')
  AND (e.kind NOT IN ('order.created', 'order.changed') OR e.institution IN ({{viewer_institutions}}))
  AND (e.thing <> 'registration' OR {{registration_event_seen}})
  AND (e.thing <> 'placement' OR e.site IN ({{viewer_sites}})
       OR e.site IN (SELECT g.site FROM person_grant g WHERE {{granted}} AND g.activity = e.activity))
  AND (e.kind <> 'assessment.saved' OR NOT EXISTS (SELECT 1 FROM assessment s JOIN registration r ON r.id = s.registration
                                                   WHERE s.id = e.thing_id AND r.person = :viewer))
