-- The receipt of a file, to the student who handed it in: what came, and when.
-- step: recipients
SELECT c.person FROM candidate c WHERE c.id = :thing_id

-- one: session
{{mail_hand_in}}

-- one: file
SELECT h.file_name, h.file_bytes, CEIL(h.file_bytes / 1024) AS kilobytes, h.at, h.number
FROM hand_in h
JOIN event e ON e.id = :event
WHERE h.candidate = :thing_id AND h.at <= e.at ORDER BY h.number DESC LIMIT 1
