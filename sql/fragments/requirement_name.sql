CASE :lang WHEN 'nn' THEN r.name_nn WHEN 'sv' THEN r.name_sv WHEN 'en' THEN r.name_en ELSE r.name_nb END
