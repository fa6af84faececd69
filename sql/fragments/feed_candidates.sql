-- Candidates of sessions that are no drafts; of who is protected nothing leaves, though they count for the page.
FROM candidate x FORCE INDEX (PRIMARY)
STRAIGHT_JOIN exam_session fs ON fs.id = x.exam_session AND fs.state <> 'draft'
WHERE x.institution = :partner_institution {if since} AND (x.row_start >= :since OR {{feed_people_since}}) {end}
