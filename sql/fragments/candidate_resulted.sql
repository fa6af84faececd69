-- Whether the result of candidate c has gone to the examiner, or further: then they stay.
EXISTS (SELECT 1 FROM result v WHERE v.candidate = c.id AND v.state <> 'draft')
