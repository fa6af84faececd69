SELECT g.institution FROM {{grants_now}} g WHERE {{granted}} AND g.activity IS NULL AND g.institution IS NOT NULL
