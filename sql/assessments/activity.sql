-- How far the assessment of an activity's students is, and of whom something is wanted. missing: what is due by now.
-- one: activity
{{activity_head}}
WHERE a.id = :activity

-- maybe: counts
SELECT COUNT(*) AS students, COUNT(IF(s.state <> 'draft', 1, NULL)) AS midway, COUNT(IF(f.state <> 'draft', 1, NULL)) AS final,
       COUNT(IF(f.state <> 'draft' AND f.passed = 0, 1, NULL)) AS failed, COUNT(IF(s.state = 'given' OR f.state = 'given', 1, NULL)) AS to_sign,
       COUNT(IF(EXISTS (SELECT 1 FROM doubt d WHERE d.registration = x.registration AND d.lifted_at IS NULL), 1, NULL)) AS doubt
FROM placement x
JOIN person p ON p.id = x.person
{{assessments_joined}}
WHERE x.activity = :activity AND {{assessment_overseen}}

-- many: classes/class
SELECT k.id, k.letter AS name FROM activity_class k WHERE k.activity = :activity ORDER BY k.letter

-- list: placements/placement
-- columns: student, class, site, unit, supervisor, lecturer, midway, doubt, present, final, starts, ends, ended_on
-- sort: student p.sorted_{alphabet}, x.id; class k.letter, p.sorted_{alphabet}, x.id; site st.name {collate}, p.sorted_{alphabet}, x.id; unit u.name {collate}, p.sorted_{alphabet}, x.id; supervisor v.sorted_{alphabet}, p.sorted_{alphabet}, x.id; lecturer l.sorted_{alphabet}, p.sorted_{alphabet}, x.id; present present, x.id
SELECT x.id, {{placement_columns}}, CASE WHEN s.state = 'draft' THEN 'draft' WHEN s.passed = 1 THEN 'on_way' WHEN s.passed = 0 THEN 'not_on_way' END AS midway,
       CASE WHEN f.state = 'draft' THEN 'draft' WHEN f.passed = 1 THEN 'passed' WHEN f.passed = 0 THEN 'failed' END AS final,
       IF(s.state = 'given', 1, NULL) AS midway_unsigned, IF(f.state = 'given', 1, NULL) AS final_unsigned, {{assessment_missing}} AS missing,
       (SELECT IF(MAX(d.lifted_at IS NULL), 'stands', 'lifted') FROM doubt d WHERE d.registration = x.registration HAVING COUNT(*) > 0) AS doubt,
       IF(t.registration IS NULL AND w.registration IS NULL, NULL,
          FLOOR(100 * GREATEST({{hours_planned}} - COALESCE(w.away, 0), 0) / GREATEST({{hours_planned}}, 1))) AS present,
       c.attendance_percent
FROM placement x
{{placement_joined}}
JOIN institution i ON i.id = x.institution
JOIN activity a ON a.id = x.activity
JOIN course_instance ci ON ci.id = a.course_instance
JOIN course c ON c.id = ci.course
{{assessments_joined}}
LEFT JOIN attendance t ON t.registration = x.registration
LEFT JOIN (SELECT b.registration, SUM(IF(b.made_up = 1, 0, b.hours)) AS away
           FROM registration r JOIN absence b ON b.registration = r.id WHERE r.activity = :activity GROUP BY b.registration) w
  ON w.registration = x.registration
WHERE {{assessments_choice}}
-- total:
SELECT COUNT(*) FROM placement x
{{placement_joined}}
{{assessments_joined}}
WHERE {{assessments_choice}}
