-- A print: how far it is, or its file.
-- one: print
SELECT p.id, p.area, p.name, p.lang AS language, p.address, p.title, p.pages, p.bytes, CEIL(p.bytes / 1000) AS kilobytes, p.asked_at, p.made_at,
  CAST(p.asked_at + INTERVAL 7 DAY AS DATE) AS kept_until, {{print_state}} AS state
FROM print p
{{print_job}}
WHERE p.id = :print

-- maybe: job
-- percent: of the sheets that it has at least.
SELECT j.id, j.state, j.progress, j.total, LEAST(100, j.progress * 100 DIV NULLIF(j.total, 0)) AS percent, j.error, j.cancel_wanted
FROM job j WHERE j.thing = 'print' AND j.thing_id = :print ORDER BY j.id DESC LIMIT 1

-- step: lock
SELECT p.id FROM person p WHERE p.id = :viewer FOR UPDATE

-- step: waiting
-- As they are now, not as they were when rights were read: another may have been asked for meanwhile.
SELECT COUNT(*) AS prints FROM print p
JOIN job j ON j.thing = 'print' AND j.thing_id = p.id AND j.state IN ('waiting', 'running')
WHERE p.person = :viewer AND p.made_at IS NULL LOCK IN SHARE MODE

-- step: insert
INSERT INTO print (person, lang, area, name, thing, thing_id, address, needs, parameters, asked_at)
VALUES (:viewer, :language, :area, :name, :thing, :thing_id, :address, :needs, :parameters, UTC_TIMESTAMP())

-- step: cancel
{{job_cancel}} AND thing = 'print' AND thing_id = :print AND cancel_wanted = 0
