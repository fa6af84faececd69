-- Whether the time of exam x of session s is out for everybody: only then do assessors see what was handed in, or watching the papers
-- during the exam would tell who left when. Of the candidates it reads the longest time beyond the others', and nothing else.
(s.date_mode = 'none'
 OR :clock > TIMESTAMP(s.ends_on, s.ends_at)
    + INTERVAL COALESCE((SELECT MAX(o.extra_minutes) FROM candidate o WHERE o.exam_session = s.id AND o.state = 'registered'), 0) MINUTE)
