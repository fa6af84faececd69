(p.institution IN (SELECT g.institution FROM person_grant g WHERE {{granted}} AND g.activity IS NULL AND g.institution IS NOT NULL) OR {{viewer_administers}})
