-- What lists say of placement x; with placement_joined. Of who is protected no way to reach them is told to anybody.
IF({{placement_student_named}}, p.name, NULL) AS student, IF({{placement_student_named}}, NULL, 1) AS student_withheld,
k.letter AS class, x.site AS site_id, st.name AS site, x.unit AS unit_id, u.name AS unit,
IF(v.protected = 0 OR v.id = :viewer, v.name, NULL) AS supervisor, IF(v.protected = 1 AND v.id <> :viewer, 1, NULL) AS supervisor_withheld,
IF(l.protected = 0 OR l.id = :viewer, l.name, NULL) AS lecturer, IF(l.protected = 1 AND l.id <> :viewer, 1, NULL) AS lecturer_withheld,
x.starts, x.ends, x.ended_on, IF(p.protected = 0, p.email, NULL) AS student_email, IF(p.protected = 0, p.phone, NULL) AS student_phone,
IF(v.protected = 0, v.email, NULL) AS supervisor_email, IF(l.protected = 0, l.email, NULL) AS lecturer_email
