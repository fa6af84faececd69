-- What is searched: the words that activities, sites, units and people are found by, kept by the actions that change a
-- name (fcgi/workflow/search.h). Derived, so not versioned. A search walks search_word_prefix from the first word that
-- begins as typed and stops when it has enough: the word itself before longer ones, names that begin with it first.
-- The words' collation forgives accents and keeps å, ä and ö letters of their own as that of names does, but has no
-- letter of two signs: in Danish aa is å, and `kra` would walk all of kr to find Kraabøl. Instead a word with å or aa is
-- here in both spellings.

CREATE TABLE search_word (
  thing ENUM('activity','person','site','unit') NOT NULL,
  id INT UNSIGNED NOT NULL,
  scope INT UNSIGNED NOT NULL, -- an activity's institution; a person's, once an institution, and 0 for all; else 0
  word VARCHAR(160) COLLATE utf8mb4_uca1400_swedish_ai_ci NOT NULL,
  own TINYINT UNSIGNED NOT NULL,   -- 1: of its name, code or address; 0: of what it belongs to
  later TINYINT UNSIGNED NOT NULL, -- 0: the name begins with it
  sort VARCHAR(180) NOT NULL,      -- among the same word: the name, family name first; of an activity the latest first
  PRIMARY KEY (thing, id, scope, word),
  KEY search_word_prefix (thing, own, scope, word, later, sort, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

INSERT INTO search_word (thing, id, scope, word, own, later, sort)
SELECT s.thing, s.id, s.scope,
       CASE f.form WHEN 0 THEN w.word WHEN 1 THEN REPLACE(w.word, 'aa', 'å') ELSE REPLACE(w.word, 'å', 'aa') END
         COLLATE utf8mb4_uca1400_swedish_ai_ci AS word,
       s.part < 2 AS own, s.part > 0 OR s.whole OR w.place > 1 AS later, s.sort
FROM (SELECT 'site' AS thing, 0 AS id, 0 AS scope, '' AS text, 0 AS part, 0 AS whole, '' AS sort FROM (SELECT 1) nothing WHERE FALSE
UNION ALL
SELECT 'person', p.id, t.scope, IF(k.whole, p.email, p.name), 0, k.whole, CONCAT(p.family_name, ' ', p.given_name)
FROM (SELECT p.id AS person, 0 AS scope FROM person p
WHERE TRUE
UNION
SELECT x.person, x.institution FROM person_grant x
WHERE x.institution IS NOT NULL) t
JOIN person p ON p.id = t.person
JOIN (SELECT 0 AS whole UNION ALL SELECT 1) k
WHERE p.protected = 0
UNION ALL
SELECT 'site', s.id, 0, IF(k.part = 0, s.name, m.name), k.part, 0, s.name
FROM site s
LEFT JOIN municipality m ON m.number = s.municipality
JOIN (SELECT 0 AS part UNION ALL SELECT 2) k
WHERE TRUE
UNION ALL
SELECT 'unit', u.id, 0, IF(k.part = 0, u.name, s.name), k.part, 0, u.name
FROM unit u
JOIN site s ON s.id = u.site
JOIN (SELECT 0 AS part UNION ALL SELECT 2) k
WHERE TRUE
UNION ALL
SELECT 'activity', a.id, a.institution,
       CASE k.part WHEN 0 THEN a.name WHEN 1 THEN CONCAT(n.code, ' ', c.code, ' ', p.code)
                   ELSE CONCAT(c.name, ' ', COALESCE(c.name_en, ''), ' ', p.name, ' ', i.short_name) END,
       k.part, 0, CONCAT(DATEDIFF('2999-12-31', a.starts), ' ', a.name)
FROM activity a
JOIN course_instance n ON n.id = a.course_instance
JOIN course c ON c.id = n.course
JOIN programme p ON p.id = c.programme
JOIN institution i ON i.id = a.institution
JOIN (SELECT 0 AS part UNION ALL SELECT 1 UNION ALL SELECT 2) k
) s
JOIN JSON_TABLE(CONCAT('["', REGEXP_REPLACE(LOWER(s.text), IF(s.whole, '["\\\\]+', '[^\\p{L}\\p{M}\\p{N}]+'), '","'), '"]'),
                '$[*]' COLUMNS (place FOR ORDINALITY, word VARCHAR(160) PATH '$')) w
JOIN (SELECT 0 AS form UNION ALL SELECT 1 UNION ALL SELECT 2) f
  ON f.form = 0 OR (f.form = 1 AND INSTR(w.word, 'aa')) OR (f.form = 2 AND INSTR(w.word, 'å'))
WHERE w.word <> ''
ON DUPLICATE KEY UPDATE own = GREATEST(search_word.own, VALUES(own)), later = LEAST(search_word.later, VALUES(later));
