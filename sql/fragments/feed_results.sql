-- Attested results; of who is protected nothing leaves, nor of anonymous exams before their students may be named, though they count for the page.
FROM result x FORCE INDEX (PRIMARY)
WHERE x.institution = :partner_institution AND x.state = 'attested'
  {if since}
  AND (x.row_start >= :since OR {{feed_people_since}}
       OR EXISTS (SELECT 1 FROM exam_session fs LEFT JOIN exam fe ON fe.exam_session = fs.id
                  WHERE fs.id = x.exam_session AND (fs.row_start >= :since OR fe.row_start >= :since)))
  {end}
