-- What a final one comes to is decided when it is given.
UPDATE assessment SET text = :text, passed = CASE :passed WHEN 'yes' THEN 1 WHEN 'no' THEN 0 END, person = :viewer,
  given_at = IF(:give = 1, UTC_TIMESTAMP(), given_at), state = IF(:give = 1, 'given', state), version = version + 1
WHERE id = :assessment
