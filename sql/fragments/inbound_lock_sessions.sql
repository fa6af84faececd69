-- First of everything, in the order of all who lock several: the exam sessions that a message names.
SELECT s.id FROM exam_session s
WHERE s.institution = :partner_institution
  AND (s.id IN (SELECT r.exam_session FROM {{inbound_rows}} r)
       OR s.id IN (SELECT f.id FROM {{inbound_rows}} r JOIN {{inbound_sessions}} f ON f.code = r.instance_code AND f.starts_on = r.starts_on))
ORDER BY s.id FOR UPDATE
