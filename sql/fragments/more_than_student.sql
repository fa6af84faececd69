EXISTS (SELECT 1 FROM person_grant g WHERE {{granted}} AND g.role <> 'student')
