-- Their words, one as often as it is there: see 0009_search.sql.
SELECT s.thing, s.id, s.scope,
       CASE f.form WHEN 0 THEN w.word WHEN 1 THEN REPLACE(w.word, 'aa', 'å') ELSE REPLACE(w.word, 'å', 'aa') END
         COLLATE utf8mb4_uca1400_swedish_ai_ci AS word,
       s.part < 2 AS own, s.part > 0 OR s.whole OR w.place > 1 AS later, s.sort
FROM ({{search_sources}}) s
JOIN JSON_TABLE(CONCAT('["', REGEXP_REPLACE(LOWER(s.text), IF(s.whole, '["\\\\]+', '[^\\p{L}\\p{M}\\p{N}]+'), '","'), '"]'),
                '$[*]' COLUMNS (place FOR ORDINALITY, word VARCHAR(160) PATH '$')) w
JOIN (SELECT 0 AS form UNION ALL SELECT 1 UNION ALL SELECT 2) f
  ON f.form = 0 OR (f.form = 1 AND INSTR(w.word, 'aa')) OR (f.form = 2 AND INSTR(w.word, 'å'))
WHERE w.word <> ''
