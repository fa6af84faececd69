e.thing = 'registration' AND e.thing_id = :registration AND {{registration_event_seen}}
