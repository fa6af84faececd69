-- The events of things taken away and put back.
INSERT INTO event (uuid, at, person, area, kind, thing, thing_id, thing_version, institution, site, request)
SELECT UUID(), UTC_TIMESTAMP(6), :viewer, :area, CONCAT(:thing, IF(r.outcome = 'new', '.removed', '.changed')), :thing,
  r.thing_id, r.thing_version + 1, :institution, COALESCE(:site, r.site_id), :request
FROM import_row r WHERE {{import_rows}} AND r.outcome IN ('new', 'changed')
