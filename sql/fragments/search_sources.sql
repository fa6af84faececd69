-- What has words: of everything ({if all}), or of what the parameter of that name is about. part: 0 the name, 1 a code,
-- 2 the name of what it belongs to; whole: an address, one word as it stands.
SELECT 'site' AS thing, 0 AS id, 0 AS scope, '' AS text, 0 AS part, 0 AS whole, '' AS sort FROM (SELECT 1) nothing WHERE FALSE
{if person, grant, all, import_people}
UNION ALL
SELECT 'person', p.id, t.scope, IF(k.whole, p.email, p.name), 0, k.whole, CONCAT(p.family_name, ' ', p.given_name)
FROM ({{search_people}}) t
JOIN person p ON p.id = t.person
JOIN (SELECT 0 AS whole UNION ALL SELECT 1) k
WHERE p.protected = 0
{end}
{if site, all}
UNION ALL
SELECT 'site', s.id, 0, IF(k.part = 0, s.name, m.name), k.part, 0, s.name
FROM site s
LEFT JOIN municipality m ON m.number = s.municipality
JOIN (SELECT 0 AS part UNION ALL SELECT 2) k
WHERE TRUE {if site} AND s.id = :site {end}
{end}
{if unit, site, all, import_units}
UNION ALL
SELECT 'unit', u.id, 0, IF(k.part = 0, u.name, s.name), k.part, 0, u.name
FROM unit u
JOIN site s ON s.id = u.site
JOIN (SELECT 0 AS part UNION ALL SELECT 2) k
WHERE TRUE {if unit} AND u.id = :unit {end} {if site} AND u.site = :site {end}
  {if import_units} AND u.id IN ({{search_import_units}}) {end}
{end}
{if activity, instance, course, programme, institution, all}
UNION ALL
SELECT 'activity', a.id, a.institution,
       CASE k.part WHEN 0 THEN a.name WHEN 1 THEN CONCAT(n.code, ' ', c.code, ' ', p.code)
                   ELSE CONCAT(c.name, ' ', COALESCE(c.name_en, ''), ' ', p.name, ' ', i.short_name) END,
       k.part, 0, CONCAT(DATEDIFF('2999-12-31', a.starts), ' ', a.name)
FROM {{search_activities}}
JOIN (SELECT 0 AS part UNION ALL SELECT 1 UNION ALL SELECT 2) k
{end}
{if exam_session, instance, course, all}
UNION ALL
SELECT 'exam_session', x.id, x.institution,
       IF(k.part = 0, CONCAT(x.name, ' ', x.name_en),
          (SELECT GROUP_CONCAT(DISTINCT c.code, ' ', ci.code SEPARATOR ' ') FROM exam_session_instance n
           JOIN course_instance ci ON ci.id = n.course_instance JOIN course c ON c.id = ci.course WHERE n.exam_session = x.id)),
       k.part, 0, CONCAT(DATEDIFF('2999-12-31', COALESCE(x.starts_on, DATE(x.made_at))), ' ', x.name)
FROM {{search_sessions}}
JOIN (SELECT 0 AS part UNION ALL SELECT 1) k
{end}
