-- one: institution
SELECT i.id, i.name, i.short_name, m.name AS municipality, i.address, i.email, i.phone, i.web, i.schac, i.erasmus, i.answer_days,
  i.first_reminder_days, i.second_reminder_days, i.escalation_days, i.country, i.results_days, i.resit_days,
  i.doubt_days, i.doubt_short_days, i.version
FROM institution i
LEFT JOIN municipality m ON m.number = i.municipality
WHERE i.id = :institution

-- many: programmes/programme
SELECT p.id, p.code, IF(:lang = 'en', COALESCE(p.name_en, p.name), p.name) AS name,
  (SELECT COUNT(*) FROM course c WHERE c.institution = p.institution AND c.programme = p.id) AS courses
FROM programme p
WHERE p.institution = :institution AND {{sees_studies}}
ORDER BY name {collate}
LIMIT 200

-- many: contacts/contact
-- Whom to ask, for all who are here as more than a student.
SELECT x.id, x.role, p.id AS person, p.name, p.email, p.phone
FROM person_grant x
JOIN person p ON p.id = x.person AND p.protected = 0 AND NOT {{protected_now}}
WHERE x.institution = :institution
  AND x.role IN ('placement_administrator', 'placement_adviser', 'institution_coordinator', 'exam_planner')
  AND x.valid_from <= :today AND (x.valid_to IS NULL OR x.valid_to >= :today)
  AND x.activity IS NULL AND {{more_than_student}}
ORDER BY x.role, name {collate}
LIMIT 200

-- many: history/event
{{history}}
WHERE e.thing = 'institution' AND e.thing_id = :institution AND (:institution IN ({{viewer_institutions}}) OR {{viewer_administers}})
ORDER BY e.id DESC LIMIT 50

-- many: changes/change
{{history_changes}}
WHERE e.thing = 'institution' AND e.thing_id = :institution AND (:institution IN ({{viewer_institutions}}) OR {{viewer_administers}})
ORDER BY c.event DESC, c.number LIMIT 500
