-- What partners send, once a message (fcgi/server/inbound.c): its id is taken first, so that the same one waits until this is known.

-- step: partner
{{partner_lock}}

-- step: begin
INSERT INTO inbound (partner, kind, message, body, rows_sent, rows_made, rows_changed, rows_same, received_at, request, outcomes)
VALUES (:partner, :kind, :message, :body, 0, 0, 0, 0, :now, :request, '')

-- step: end
UPDATE inbound SET rows_sent = :rows_sent, rows_made = :rows_made, rows_changed = :rows_changed, rows_same = :rows_same, outcomes = :outcomes
WHERE partner = :partner AND message = :message

-- step: find
SELECT kind, body, outcomes, received_at FROM inbound WHERE partner = :partner AND message = :message
