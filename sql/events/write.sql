-- What action_event, action_change (workflow/action.c) and action_notify (notify.c) write.

-- step: event
INSERT INTO event (uuid, at, person, area, kind, thing, thing_id, thing_version, institution, site, activity, request)
VALUES (UUID(), UTC_TIMESTAMP(6), :viewer, :area, :kind, :thing, :thing_id, :thing_version,
        :institution, :site, :activity, :request)

-- step: change
INSERT INTO event_change (event, number, field, subject, old_value, new_value)
VALUES (:event, :number, :field, :subject, :old_value, :new_value)

-- Notices of the same thing that the one who acts had not read.
-- step: read
UPDATE notice n JOIN event e ON e.id = n.event SET n.read_at = UTC_TIMESTAMP()
WHERE n.person = :viewer AND n.read_at IS NULL AND e.thing = :thing AND e.thing_id = :thing_id

-- :people is a list of ids, "[3,17]". The receipt of what one did oneself is read already, and comes at once or not at all.
-- step: notices
INSERT INTO notice (event, person, kind, topic, delivery, created_at, read_at)
SELECT :event, t.person, :kind, :topic,
       CASE WHEN :topic = 'account' OR :alarm = 1 THEN 'mail' WHEN t.person <=> :viewer AND c.delivery <=> 'digest' THEN 'mail'
            WHEN COALESCE(c.delivery, 'mail') = 'mail' THEN :at_once ELSE c.delivery END, UTC_TIMESTAMP(),
       IF(:receipt = 1 AND t.person <=> :viewer, UTC_TIMESTAMP(), NULL)
FROM JSON_TABLE(:people, '$[*]' COLUMNS (person INT UNSIGNED PATH '$')) t
JOIN account ac ON ac.person = t.person AND ac.closed = 0
LEFT JOIN notice_choice c ON c.person = t.person AND c.topic = :topic
WHERE :topic = 'account' OR :receipt = 1 OR :alarm = 1 OR NOT (t.person <=> :viewer)

-- step: mails
INSERT INTO mail (event, person, kind, next_at)
SELECT n.event, n.person, n.kind, UTC_TIMESTAMP() FROM notice n
WHERE n.event = :event AND n.kind = :kind AND n.delivery = 'mail'

-- That one's address was changed is told where one was reached until now; a partner is reached at its contact's.
-- step: mails_to_all
INSERT INTO mail (event, person, address, kind, next_at)
SELECT :event, t.person,
       IF(:kind = 'email_changed', (SELECT c.old_value FROM event_change c WHERE c.event = :event AND c.field = 'email'),
          (SELECT x.contact FROM partner x WHERE x.person = t.person)),
       :kind, UTC_TIMESTAMP()
FROM JSON_TABLE(:people, '$[*]' COLUMNS (person INT UNSIGNED PATH '$')) t

-- Work for `praktikum jobs`.
-- step: job
INSERT INTO job (kind, thing, thing_id, person, lang, next_at, created_at)
VALUES (:kind, :thing, :thing_id, :viewer, :lang, UTC_TIMESTAMP(), UTC_TIMESTAMP())
