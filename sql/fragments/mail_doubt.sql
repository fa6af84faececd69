-- mail_assessment, with the meeting about the warning :thing_id.
SELECT x.id, a.name AS activity_name, x.starts, x.ends, i.name AS institution_name, st.name AS site, u.name AS unit,
       d.meeting_on, LEFT(d.meeting_at, 5) AS meeting_at, d.meeting_place
FROM doubt d
JOIN placement x ON x.registration = d.registration
JOIN activity a ON a.id = x.activity
JOIN institution i ON i.id = x.institution
JOIN site st ON st.id = x.site
JOIN unit u ON u.id = x.unit
WHERE d.id = :thing_id
