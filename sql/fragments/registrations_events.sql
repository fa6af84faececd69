-- One event each for those of :people who have just been registered in :activity.
INSERT INTO event (uuid, at, person, area, kind, thing, thing_id, thing_version, institution, activity, request)
SELECT UUID(), UTC_TIMESTAMP(6), :viewer, 'allocation', IF(x.version = 1, 'registration.created', 'registration.resumed'),
       'registration', x.id, x.version, x.institution, x.activity, :request
FROM registration x
JOIN JSON_TABLE(:people, '$[*]' COLUMNS (person INT UNSIGNED PATH '$')) j ON j.person = x.person
WHERE x.activity = :activity AND x.state = 'registered'
ORDER BY x.id
