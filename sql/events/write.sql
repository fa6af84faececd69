-- What action_event, action_change and action_notify write.

-- step: event
INSERT INTO event (uuid, at, person, area, kind, thing, thing_id, thing_version, institution, site, activity, request)
VALUES (UUID(), UTC_TIMESTAMP(6), :viewer, :area, :kind, :thing, :thing_id, :thing_version,
        :institution, :site, :activity, :request)

-- step: change
INSERT INTO event_change (event, number, field, subject, old_value, new_value)
VALUES (:event, :number, :field, :subject, :old_value, :new_value)

-- step: mail
INSERT INTO mail (event, person, kind, next_at)
VALUES (:event, :person, :kind, UTC_TIMESTAMP())
