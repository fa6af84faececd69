-- :registration as one who may join :group (NULL: a new one); no row: not registered here, or in another group.
SELECT r.id FROM registration r
WHERE r.id = :registration AND r.activity = :activity AND r.state = 'registered'
  AND (r.allocation_group IS NULL OR r.allocation_group = :group) FOR UPDATE
