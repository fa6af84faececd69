SELECT 'exam' AS thing, x.id, x.version, x.state, x.transfer_ready, x.transfer_seen,
  EXISTS (SELECT 1 FROM transfer o WHERE o.exam = x.id) AS transferred, {{transfer_begun}} AS begun
FROM exam x WHERE x.id = :exam FOR UPDATE
