-- A result tr of a transcript was decided anew since.
EXISTS (SELECT 1 FROM result_decision y WHERE y.result = tr.result AND y.number > tr.decision)
