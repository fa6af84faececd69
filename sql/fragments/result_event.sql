-- An event each of the results r that follow.
INSERT INTO event (uuid, at, person, area, kind, thing, thing_id, thing_version, institution, request)
SELECT UUID(), UTC_TIMESTAMP(6), :viewer, 'results', :kind, 'result', r.id, r.version, r.institution, :request
