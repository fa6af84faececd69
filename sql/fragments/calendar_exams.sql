-- Exams in the calendar: those of the institutions that the viewer plans, teaches or examines for, a student's own. kind: exam, on the day it
-- begins; registers, the last day on which a student may register; results, the day they are due to planners and examiners, until all
-- are attested. candidate: the viewer's own. Not by site, and by status only when all are wanted: these are an activity's.
SELECT z.kind, z.id, z.candidate, {{exam_name}} AS name, z.day, LEFT(z.day, 10) AS day_key, i.short_name AS institution, s.place,
       s.state = 'cancelled' AS cancelled, s.date_mode, s.starts_on, TIME_FORMAT(s.starts_at, '%H:%i') AS starts_at, s.ends_on,
       TIME_FORMAT(s.ends_at, '%H:%i') AS ends_at, z.sequence,
       {{calendar_exam_times}}
FROM (
  SELECT 'exam' AS kind, 0 AS id, NULL AS candidate, 0 AS extra, 0 AS sequence, CAST(NULL AS DATE) AS day, CAST(NULL AS DATETIME) AS changed FROM (SELECT 1) nobody WHERE FALSE
  {if viewer_see_exams}
  UNION ALL
  SELECT 'exam', s.id, NULL, 0, s.version, s.starts_on, NULL
  FROM exam_session s
  WHERE s.institution IN ({{viewer_exams_seen}}) AND s.state IN ('confirmed', 'cancelled')
    {if from} AND s.starts_on >= CAST(:from AS DATE) {end} {if to} AND s.starts_on <= CAST(:to AS DATE) {end}
    {{calendar_exams_choice}}
  {end}
  {if viewer_examine}
  UNION
  SELECT 'exam', s.id, NULL, 0, s.version, s.starts_on, NULL
  FROM ({{viewer_examines}}) x JOIN exam_session s ON s.id = x.exam_session
  WHERE s.state IN ('confirmed', 'cancelled')
    {if from} AND s.starts_on >= CAST(:from AS DATE) {end} {if to} AND s.starts_on <= CAST(:to AS DATE) {end}
    {{calendar_exams_choice}}
  {end}
  {if viewer_plan_exams, viewer_examine}
  UNION
  SELECT 'results', s.id, NULL, 0, s.version, s.results_due, NULL
  FROM exam_session s
  WHERE s.state = 'confirmed' AND s.results_due IS NOT NULL
    AND {{exam_results_seen}}
    {if from} AND s.results_due >= CAST(:from AS DATE) {end} {if to} AND s.results_due <= CAST(:to AS DATE) {end}
    {{calendar_exams_choice}}
    AND {{results_unfinished}}
  {end}
  {if viewer_student}
  UNION ALL
  SELECT 'exam', s.id, c.id, COALESCE(c.extra_minutes, 0), s.version + c.version - 1, s.starts_on, c.row_start
  FROM candidate c JOIN exam_session s ON s.id = c.exam_session AND s.state IN ('confirmed', 'cancelled')
  WHERE c.person = :viewer AND c.state = 'registered'
    {if from} AND s.starts_on >= CAST(:from AS DATE) {end} {if to} AND s.starts_on <= CAST(:to AS DATE) {end}
    {{calendar_exams_choice}}
  UNION ALL
  SELECT 'registers', s.id, NULL, 0, MAX(s.version), MAX(s.registers_to), NULL
  FROM course_registration r
  JOIN exam_session_instance si ON si.course_instance = r.course_instance
  JOIN exam_session s ON s.id = si.exam_session AND s.state = 'confirmed' AND s.registration = 1
  LEFT JOIN candidate c ON c.exam_session = s.id AND c.person = r.person AND c.state = 'registered'
  WHERE r.person = :viewer AND r.state = 'registered' AND c.id IS NULL AND s.registers_to >= CAST(:today AS DATE)
    {if from} AND s.registers_to >= CAST(:from AS DATE) {end} {if to} AND s.registers_to <= CAST(:to AS DATE) {end}
    {{calendar_exams_choice}}
  GROUP BY s.id
  {end}
) z
JOIN exam_session s ON s.id = z.id
JOIN institution i ON i.id = s.institution
WHERE z.day IS NOT NULL
