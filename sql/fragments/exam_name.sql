IF(:lang = 'en', s.name_en, s.name)
