WITH RECURSIVE reach (first, last) AS (
  SELECT (SELECT c.starts FROM occurrence c WHERE c.institution = t.institution ORDER BY c.starts LIMIT 1),
         (SELECT c.starts FROM occurrence c WHERE c.institution = t.institution ORDER BY c.starts DESC LIMIT 1)
  FROM ({{viewer_taught}}) t
), half (number, last) AS (
  SELECT YEAR(first) * 2 + (MONTH(first) > 7), YEAR(last) * 2 + (MONTH(last) > 7) FROM reach WHERE first IS NOT NULL
  UNION
  SELECT number + 1, last FROM half WHERE number < last
)
SELECT CONCAT(number DIV 2, '-', number MOD 2 + 1) AS term FROM half
{if viewer_site_side, viewer_takes_part}
UNION
SELECT a.term FROM ({{viewer_activities_seen}}) t JOIN activity a ON a.id = t.activity
{end}
{unless viewer_site_side, viewer_takes_part} GROUP BY number {end}
ORDER BY term DESC
