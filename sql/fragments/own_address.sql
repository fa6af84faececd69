-- The same, without what opens it.
SELECT k.id, k.created_at, k.last_used_at FROM private_address k WHERE k.person = :viewer AND k.ended_at IS NULL
