-- The mails, newest first. What the page shows of them is joined after: sorting long rows is slow.
-- list: mails/mail
-- columns: at, recipient, email, mail_kind, about, mail_state, mail_problem, words, attempts, next_at
-- sort: -at m.id; recipient p.sorted_{alphabet}, m.id; mail_kind m.kind, m.id; mail_state m.state, m.id
SELECT m.id, e.at, IF(p.protected, NULL, p.name) AS recipient, IF(p.protected, NULL, COALESCE(m.address, p.email)) AS email,
       m.kind AS mail_kind, COALESCE(a.name, s.name, i.name) AS about, m.state AS mail_state,
       IF(m.state = 'sent', NULL, m.problem) AS mail_problem, IF(p.protected, NULL, m.error) AS words, m.attempts, m.sent_at,
       IF(m.state = 'waiting', m.next_at, NULL) AS next_at
FROM (
  SELECT m.id FROM mail m
  JOIN event e ON e.id = m.event
  JOIN person p ON p.id = m.person
  LEFT JOIN activity a ON a.id = e.activity
  WHERE {{mails_choice}}
  {order} LIMIT :list_rows OFFSET :list_skip
) v
JOIN mail m ON m.id = v.id
JOIN event e ON e.id = m.event
JOIN person p ON p.id = m.person
LEFT JOIN activity a ON a.id = e.activity
LEFT JOIN site s ON s.id = e.site
LEFT JOIN institution i ON i.id = e.institution
-- total:
SELECT COUNT(*) FROM mail m
JOIN event e ON e.id = m.event
JOIN person p ON p.id = m.person
LEFT JOIN activity a ON a.id = e.activity
WHERE {{mails_choice}}

-- one: counts
SELECT
  (SELECT COUNT(*) FROM mail m JOIN event e ON e.id = m.event WHERE m.state IN ('waiting', 'sending') AND {{mails_seen}}) AS waiting,
  (SELECT COUNT(*) FROM mail m JOIN event e ON e.id = m.event
   WHERE m.state = 'sent' AND m.sent_at > UTC_TIMESTAMP() - INTERVAL 1 DAY AND {{mails_seen}}) AS sent,
  (SELECT COUNT(*) FROM mail m JOIN event e ON e.id = m.event WHERE m.state = 'failed' AND {{mails_seen}}) AS failed
