r.import = :import AND r.number BETWEEN :from_row AND :to_row
