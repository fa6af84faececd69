-- Whether the viewer is told whose result it is: of an anonymous exam once its grading is confirmed; where nothing is graded here,
-- once it is attested. Of who is protected who plans exams only. s: session, e: its exam or NULL, r: result or NULL, p: the student.
((s.anonymous = 0 OR e.state <=> 'confirmed' OR (e.id IS NULL AND r.state <=> 'attested'))
 AND (p.protected = 0 OR s.institution IN ({{viewer_plans_exams}})))
