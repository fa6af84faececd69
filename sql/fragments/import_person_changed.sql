EXISTS (SELECT 1 FROM import_note n WHERE n.import = r.import AND n.line = r.number AND n.kind = 'change' AND n.thing IN ('thing', 'student'))
