-- Student (1), supervisor (2) and lecturer (3) of placement x. The caller says of which: JOIN assessment s ON …
SELECT DISTINCT CASE w.who WHEN 1 THEN x.person WHEN 2 THEN x.supervisor ELSE x.lecturer END AS person
FROM (SELECT 1 AS who UNION ALL SELECT 2 UNION ALL SELECT 3) w
JOIN placement x ON CASE w.who WHEN 1 THEN x.person WHEN 2 THEN x.supervisor ELSE x.lecturer END IS NOT NULL
