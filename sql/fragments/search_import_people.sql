SELECT COALESCE(r.person_id, r.thing_id) FROM import_row r WHERE r.import = :import_people AND r.number BETWEEN :from_row AND :to_row
  AND r.outcome IN ('new', 'changed')
