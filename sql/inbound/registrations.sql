-- Registrations that a partner sends: to activities and their classes, and to course instances. Every row, what is to be done with it and
-- what is wrong with it; the doing is that of the pages (fcgi/workflow/inbound_registrations.c).

-- step: lock_counts
SELECT n.activity FROM activity_count n
WHERE n.activity IN (SELECT a.id FROM {{inbound_rows}} r JOIN activity a ON a.id = r.activity AND a.institution = :partner_institution)
ORDER BY n.activity FOR UPDATE

-- step: lock_plans
{{inbound_lock_plans}}

-- Those of one place and deed stand together.
-- step: rows
SELECT v.number, v.who AS person, a.id AS activity, COALESCE(k.id, 0) AS class, ci.id AS instance, x.id AS registration,
  COALESCE(x.id, cr.person) IS NULL AS new,
  CASE WHEN a.id IS NOT NULL THEN
         CASE WHEN COALESCE(v.state, '') = 'withdrawn' THEN IF(x.state = 'registered', 'withdraw', 'same')
              WHEN x.id IS NULL OR x.state = 'withdrawn' THEN 'register'
              WHEN k.id IS NOT NULL AND NOT k.id <=> x.activity_class THEN 'move'
              ELSE 'same' END
       WHEN COALESCE(v.state, '') = 'withdrawn' THEN IF(cr.state = 'registered', 'unread', 'same')
       ELSE IF(cr.state = 'registered', 'same', 'read') END AS deed,
  CASE WHEN v.wrong IS NOT NULL THEN CONCAT(v.wrong_at, ' ', v.wrong)
       WHEN (v.activity IS NOT NULL) + (v.instance IS NOT NULL) + (v.instance_code IS NOT NULL) <> 1 THEN 'activity place_one'
       WHEN v.activity IS NOT NULL AND a.id IS NULL THEN 'activity activity_unknown'
       WHEN v.activity IS NULL AND ci.id IS NULL THEN CONCAT(IF(v.instance IS NULL, 'instance-code', 'instance'), ' instance_unknown')
       WHEN v.class IS NOT NULL AND v.activity IS NULL THEN 'class class_alone'
       WHEN a.cancelled_at IS NOT NULL THEN 'activity activity_cancelled'
       WHEN a.ends < CAST(:today AS DATE) THEN 'activity activity_past'
       WHEN v.class IS NOT NULL AND k.id IS NULL THEN 'class class_unknown'
       WHEN COALESCE(v.state, '') <> 'withdrawn' AND a.id IS NOT NULL AND NOT COALESCE(x.state, '') <=> 'registered' AND v.class IS NULL
         AND EXISTS (SELECT 1 FROM activity_class o WHERE o.activity = a.id) THEN 'class class_required'
       WHEN ROW_NUMBER() OVER (PARTITION BY v.who, a.id, ci.id ORDER BY v.number) > 1 THEN CONCAT(v.wrong_at, ' row_twice')
       WHEN COALESCE(v.state, '') <> 'withdrawn' AND NOT COALESCE(x.state, cr.state, '') <=> 'registered'
         AND NOT EXISTS (SELECT 1 FROM person_grant g
                         WHERE g.person = v.who AND g.role = 'student' AND g.institution = :partner_institution AND g.activity IS NULL
                           AND (g.valid_to IS NULL OR g.valid_to >= COALESCE(a.starts, CAST(:today AS DATE))))
         THEN CONCAT(v.wrong_at, ' student_ended')
  END AS error
FROM {{inbound_students}} v
LEFT JOIN activity a ON a.institution = :partner_institution AND a.id = v.activity
LEFT JOIN activity_class k ON k.activity = a.id AND k.letter = v.class
LEFT JOIN course_instance cc ON cc.institution = :partner_institution AND cc.code = v.instance_code
LEFT JOIN course_instance ci ON ci.institution = :partner_institution AND ci.id = COALESCE(v.instance, cc.id)
LEFT JOIN registration x ON x.activity = a.id AND x.person = v.who
LEFT JOIN course_registration cr ON cr.course_instance = ci.id AND cr.person = v.who
ORDER BY a.id, ci.id, deed, class, v.number
