-- The events of things made and changed.
INSERT INTO event (uuid, at, person, area, kind, thing, thing_id, thing_version, institution, site, request)
SELECT UUID(), UTC_TIMESTAMP(6), :viewer, :area, CONCAT(:thing, IF(r.outcome = 'new', '.created', '.changed')), :thing,
  r.thing_id, r.thing_version, :institution, COALESCE(:site, r.site_id), :request
FROM import_row r WHERE {{import_rows}} AND r.outcome IN ('new', 'changed')
