-- Attested results; of who is protected nothing leaves, though they count for the page.
FROM result x FORCE INDEX (PRIMARY)
WHERE x.institution = :partner_institution AND x.state = 'attested' {if since} AND (x.row_start >= :since OR {{feed_people_since}}) {end}
