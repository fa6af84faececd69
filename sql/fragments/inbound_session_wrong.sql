-- What is wrong with how row v of a message names its exam session s (f: those that its instance code and day name).
WHEN v.exam_session IS NOT NULL AND COALESCE(v.instance_code, v.starts_on) IS NOT NULL
  OR v.exam_session IS NULL AND (v.instance_code IS NULL) <> (v.starts_on IS NULL) THEN 'exam-session session_one'
WHEN f.sessions > 1 THEN 'instance-code session_several'
WHEN s.id IS NULL THEN CONCAT({{inbound_session_at}}, ' session_unknown')
WHEN s.state = 'cancelled' THEN CONCAT({{inbound_session_at}}, ' session_cancelled')
