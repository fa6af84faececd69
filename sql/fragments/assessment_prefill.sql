SELECT COALESCE(s.version, 0) AS version, s.text, CASE s.passed WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END AS passed
FROM (SELECT p.registration FROM placement p WHERE p.id = :placement) x
LEFT JOIN assessment s ON s.registration = x.registration AND s.kind =
