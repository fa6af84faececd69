-- To the student whose file cannot be taken: which, why, and until when another one can be handed in.
-- step: recipients
SELECT c.person FROM candidate c WHERE c.id = :thing_id

-- one: session
{{mail_hand_in}}

-- one: file
SELECT h.file_name, h.error, h.at
FROM hand_in h
JOIN event e ON e.id = :event
WHERE h.candidate = :thing_id AND h.state = 'refused' AND h.at <= e.at ORDER BY h.number DESC LIMIT 1
