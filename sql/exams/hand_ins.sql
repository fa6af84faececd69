-- Who was there and what they handed in: by name, to planners.
-- one: session
{{exam_session_head}}
WHERE s.id = :exam_session

-- one: sums
SELECT COUNT(*) AS candidates, COALESCE(SUM(c.attendance = 'present'), 0) AS present, COALESCE(SUM(c.attendance = 'absent'), 0) AS absent,
       COALESCE(SUM(c.handed_in IS NOT NULL), 0) AS handed_in,
       (SELECT COUNT(*) FROM candidate f JOIN hand_in h ON h.candidate = f.id
        WHERE f.exam_session = :exam_session AND f.state = 'registered' AND h.state = 'refused'
          AND h.number = (SELECT MAX(n.number) FROM hand_in n WHERE n.candidate = f.id)) AS refused,
       (SELECT COUNT(*) FROM ({{hand_ins_unchecked}}) u) AS unchecked
FROM candidate c WHERE c.exam_session = :exam_session AND c.state = 'registered'

-- maybe: prefill
-- The day that the times are of, where the session has no one day.
SELECT COALESCE(LEAST(s.ends_on, CAST(:today AS DATE)), CAST(:today AS DATE)) AS day FROM exam_session s WHERE s.id = :exam_session

-- list: rows/row
-- rows: 100
-- columns: student, course, attendance, handed_in, handed_in_at, file_name
-- sort: student p.sorted_{alphabet}, c.id; handed_in_at c.handed_in_at, p.sorted_{alphabet}, c.id
SELECT c.id, p.name AS student, k.code AS course, c.attendance, c.handed_in, c.handed_in_at, c.version, c.extra_minutes,
       h.file_name, h.number AS file_number, h.state AS file_state, h.error AS file_error
FROM candidate c
JOIN person p ON p.id = c.person
JOIN course_instance ci ON ci.id = c.course_instance
JOIN course k ON k.id = ci.course
LEFT JOIN hand_in h ON h.candidate = c.id AND h.number = (SELECT MAX(n.number) FROM hand_in n WHERE n.candidate = c.id)
WHERE c.exam_session = :exam_session AND c.state = 'registered'
{if q} AND p.name LIKE CONCAT('%', :q, '%') {end}
{if state} AND CASE :state WHEN 'present' THEN c.attendance = 'present' WHEN 'absent' THEN c.attendance = 'absent'
                           WHEN 'unknown' THEN c.attendance = 'unknown' WHEN 'handed_in' THEN c.handed_in IS NOT NULL
                           WHEN 'nothing' THEN c.handed_in IS NULL WHEN 'refused' THEN h.state = 'refused' ELSE FALSE END {end}

-- step: lock
{{exam_session_lock}}

-- step: of_exam
SELECT x.id, x.state FROM exam x WHERE x.exam_session = :exam_session FOR UPDATE

-- begins, last_day: when the session is, by the wall, with the candidate's own minutes beyond the others'.
-- step: row
SELECT c.version, c.attendance, c.handed_in, c.handed_in_at,
       IF(s.date_mode = 'none', NULL, DATE_FORMAT(TIMESTAMP(s.starts_on, s.starts_at), '%Y-%m-%d %H:%i')) AS begins,
       IF(s.date_mode = 'none', NULL, DATE({{candidate_ends}})) AS last_day
FROM candidate c JOIN exam_session s ON s.id = c.exam_session WHERE c.id = :candidate AND c.exam_session = :exam_session AND c.state = 'registered'
FOR UPDATE

-- step: unchecked
{{hand_ins_unchecked}}

-- step: attend
UPDATE candidate SET attendance = :attendance, version = version + 1 WHERE id = :candidate

-- The moment comes a second late (base/time.h).
-- step: mark
UPDATE candidate
SET attendance = :attendance, handed_in_at = CAST(:at AS DATETIME) - INTERVAL 1 SECOND, handed_in = IF(:at IS NULL, NULL, 'mark'),
    version = version + 1
WHERE id = :candidate

-- step: paper
UPDATE paper p
JOIN exam_identity t ON t.exam_session = p.exam_session AND t.code = p.code
JOIN candidate c ON c.id = t.candidate
SET p.handed_in = c.handed_in_at IS NOT NULL
WHERE c.id = :candidate
