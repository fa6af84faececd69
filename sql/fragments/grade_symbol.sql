CASE :lang WHEN 'nn' THEN COALESCE(sg.symbol_nn, sg.symbol) WHEN 'sv' THEN COALESCE(sg.symbol_sv, sg.symbol)
           WHEN 'en' THEN COALESCE(sg.symbol_en, sg.symbol) ELSE sg.symbol END
