-- A new claim number: who was slow with the old one has no say any more. Doubts stay counted.
UPDATE mail SET state = 'waiting', attempts = 0, claims = claims + 1, next_at = UTC_TIMESTAMP() WHERE id = :mail
