-- Not the activity: its history tells of the activity, not of the post.
-- maybe: place
SELECT m.claims AS version, e.institution, e.site, NULL AS activity FROM mail m JOIN event e ON e.id = m.event WHERE m.id = :id
