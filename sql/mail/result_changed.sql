-- To the student: a new decision was made. The mail says that there is one, not what it is.
-- step: recipients
SELECT r.person FROM result r WHERE r.id = :thing_id

-- one: result
{{mail_result}} AND r.person = :viewer AND r.state = 'attested'
