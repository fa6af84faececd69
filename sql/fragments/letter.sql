-- What a student is told on paper of their placement x, that counts: where, when, with whom. Who is protected gets no paper, and no
-- way to reach who is protected is told.
SELECT x.id, p.name AS student, k.letter AS class, a.name AS activity_name, a.details, c.code AS course_code,
       IF(:lang = 'en', COALESCE(c.name_en, c.name), c.name) AS course_name,
       i.name AS institution_name, i.email AS institution_email, i.phone AS institution_phone, x.starts, x.ends,
       u.name AS unit, st.name AS site, COALESCE(u.address, st.address) AS address, m.name AS municipality, st.phone AS site_phone, st.email AS site_email,
       IF(v.protected = 0, v.name, NULL) AS supervisor, IF(v.protected = 0, v.email, NULL) AS supervisor_email, IF(v.protected = 0, v.phone, NULL) AS supervisor_phone,
       IF(l.protected = 0, l.name, NULL) AS lecturer, IF(l.protected = 0, l.email, NULL) AS lecturer_email, IF(l.protected = 0, l.phone, NULL) AS lecturer_phone
FROM placement x
JOIN activity a ON a.id = x.activity AND a.cancelled_at IS NULL
JOIN course_instance ci ON ci.id = a.course_instance
JOIN course c ON c.id = ci.course
JOIN institution i ON i.id = x.institution
{{placement_joined}}
LEFT JOIN municipality m ON m.number = COALESCE(u.municipality, st.municipality)
WHERE p.protected = 0 AND x.ended_on IS NULL
