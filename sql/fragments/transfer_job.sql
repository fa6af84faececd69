-- The latest transfer that was asked for of :exam.
SELECT j.id, j.state, j.error, j.created_at FROM job j WHERE j.thing = 'exam' AND j.thing_id = :exam AND j.kind = 'transfer' ORDER BY j.id DESC LIMIT 1
