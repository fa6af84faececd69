-- A grade of :scale_version that is written as an earlier one in some language.
SELECT MAX(b.position) AS position, MAX(a.position) AS other
FROM scale_grade a JOIN scale_grade b ON b.scale_version = a.scale_version AND b.position > a.position
WHERE a.scale_version = :scale_version
  AND (COALESCE(a.symbol_nn, a.symbol) = COALESCE(b.symbol_nn, b.symbol) OR COALESCE(a.symbol_sv, a.symbol) = COALESCE(b.symbol_sv, b.symbol)
       OR COALESCE(a.symbol_en, a.symbol) = COALESCE(b.symbol_en, b.symbol))
HAVING position IS NOT NULL
