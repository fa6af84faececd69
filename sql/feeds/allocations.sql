-- Placements: what was shared of allocations, and nothing of who is protected. A student's number is for the institution that gave it.
-- one: page
SELECT l.id AS last, EXISTS (SELECT 1 {{feed_placements}} AND x.id > l.id) AS more
FROM (SELECT (SELECT x.id {{feed_placements}} AND x.id > :after ORDER BY x.id LIMIT 1 OFFSET :skip) AS id) l

-- many: allocations/allocation
SELECT STRAIGHT_JOIN x.id, x.institution, x.activity, k.letter AS class, x.person, sn.number AS student_number, p.given_name, p.family_name, p.email, p.phone,
       x.site, x.unit, x.starts, x.ends, x.ended_on, v.id AS supervisor, v.name AS supervisor_name, l.id AS lecturer, l.name AS lecturer_name, x.version
FROM (SELECT x.* {{feed_placements}} AND x.id > :after AND x.id <= :last) x
JOIN person p ON p.id = x.person AND p.protected = 0
LEFT JOIN student sn ON sn.person = x.person AND sn.institution = :partner_institution
JOIN registration r ON r.id = x.registration
LEFT JOIN activity_class k ON k.id = r.activity_class
LEFT JOIN person v ON v.id = x.supervisor AND v.protected = 0
LEFT JOIN person l ON l.id = x.lecturer AND l.protected = 0
ORDER BY x.id

-- Students who became protected, placements that were taken back before they began, and for a site who was moved away from it. Who
-- always was protected was never told of.
-- many: removed/thing
{if since}
SELECT 'allocation' AS kind, x.id
FROM placement x JOIN person p ON p.id = x.person
WHERE (x.institution = :partner_institution OR x.site = :partner_site) AND x.id > :after AND x.id <= :last AND {{feed_protected_since}}
UNION
SELECT 'allocation', h.id
FROM placement FOR SYSTEM_TIME ALL h JOIN person p ON p.id = h.person
WHERE (h.institution = :partner_institution OR h.site = :partner_site) AND h.id > :after AND h.id <= :last
  AND h.row_end BETWEEN :since AND CURRENT_TIMESTAMP(6) AND (p.protected = 0 OR ({{feed_protected_since}}))
  AND NOT EXISTS (SELECT 1 FROM placement x WHERE x.id = h.id AND (x.institution = :partner_institution OR x.site = :partner_site))
ORDER BY id
{end}
{unless since} {{feed_none}} {end}
