-- Candidates of :session who have left the instance they are one by, but read another of it, are one by that: of several the one that
-- begins last. What is with the examiner stays. (Joined, for a subquery in SET is not asked anew when MariaDB runs the statement again.)
UPDATE candidate c
JOIN (SELECT r.person, CAST(SUBSTRING_INDEX(GROUP_CONCAT(i.id ORDER BY i.starts DESC, i.id DESC), ',', 1) AS UNSIGNED) AS instance
      FROM exam_session_instance si
      JOIN course_instance i ON i.id = si.course_instance
      JOIN course_registration r ON r.course_instance = si.course_instance AND r.state = 'registered'
      WHERE si.exam_session = :session
      GROUP BY r.person) t ON t.person = c.person
LEFT JOIN course_registration own ON own.course_instance = c.course_instance AND own.person = c.person AND own.state = 'registered'
SET c.course_instance = t.instance, c.version = c.version + 1
WHERE c.exam_session = :session AND c.state = 'registered' AND own.person IS NULL AND NOT {{candidate_resulted}}
