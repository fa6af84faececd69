-- one: counts
SELECT COUNT(*) AS failed FROM mail m JOIN event e ON e.id = m.event WHERE m.state = 'failed' AND {{mails_seen}}

-- step: failed
SELECT m.id FROM mail m JOIN event e ON e.id = m.event WHERE m.state = 'failed' AND {{mails_seen}} ORDER BY m.id LIMIT 200

-- step: lock
SELECT m.state FROM mail m WHERE m.id = :mail FOR UPDATE

-- step: again
{{mail_again}}
