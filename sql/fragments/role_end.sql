-- Over from now on; one that had not begun never counts.
UPDATE person_grant SET valid_from = LEAST(valid_from, :today - INTERVAL 1 DAY), valid_to = :today - INTERVAL 1 DAY,
  version = version + 1
WHERE id = :grant
