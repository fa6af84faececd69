CASE :lang WHEN 'nn' THEN q.name_nn WHEN 'sv' THEN q.name_sv WHEN 'en' THEN q.name_en ELSE q.name_nb END
