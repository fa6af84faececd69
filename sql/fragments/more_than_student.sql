EXISTS (SELECT 1 FROM {{grants_now}} g WHERE {{granted}} AND g.role <> 'student')
