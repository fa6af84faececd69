IF(:lang = 'en', COALESCE(sc.name_en, sc.name), sc.name)
