INSERT INTO scale_grade (scale_version, position, symbol, symbol_nn, symbol_sv, symbol_en, passed)
VALUES (:scale_version, :position, :symbol, :symbol_nn, :symbol_sv, :symbol_en, :passed)
