-- Days in the assessment of students, for who assesses them: the last day for a warning of doubt, midway and final, an activity's together
-- (n students; placement when it is one), until it is done; and meetings about a warning (doubt), for the student too. One at an hour is
-- taken to last an hour: nobody says how long.
{if viewer_supervisor, viewer_lecturer, viewer_student}
SELECT z.kind, z.activity, IF(z.n = 1, z.placement, NULL) AS placement, z.n, a.name, z.day, LEFT(z.day, 10) AS day_key, z.at, z.doubt, i.short_name AS institution,
       IF(z.at IS NULL, DATE_FORMAT(z.day, '%Y%m%d'), DATE_FORMAT(TIMESTAMP(z.day, z.at), '%Y%m%dT%H%i%s')) AS `from`,
       IF(z.at IS NULL, DATE_FORMAT(z.day + INTERVAL 1 DAY, '%Y%m%d'), DATE_FORMAT(TIMESTAMP(z.day, z.at) + INTERVAL 1 HOUR, '%Y%m%dT%H%i%s')) AS until,
       a.version + z.sequence AS sequence,
       DATE_FORMAT(GREATEST(a.row_start, COALESCE(z.changed, a.row_start)), '%Y%m%dT%H%i%sZ') AS changed
FROM (
  {if viewer_supervisor, viewer_lecturer}
  SELECT d.kind, d.activity, MIN(d.id) AS placement, COUNT(*) AS n, d.day, NULL AS at, NULL AS doubt, 0 AS sequence, NULL AS changed
  FROM (SELECT k.kind, x.id, x.activity,
               CASE k.kind WHEN 'doubt' THEN {{doubt_due}} WHEN 'midway' THEN {{midway_due}} ELSE x.ends END AS day
        FROM placement x
        JOIN (SELECT 'doubt' AS kind UNION ALL SELECT 'midway' UNION ALL SELECT 'final') k
        JOIN institution i ON i.id = x.institution
        LEFT JOIN assessment m ON m.registration = x.registration AND m.kind = 'midway' AND m.state <> 'draft'
        LEFT JOIN assessment f ON f.registration = x.registration AND f.kind = 'final' AND f.state <> 'draft'
        WHERE {{assessed_by_viewer}} AND x.ended_on IS NULL AND f.id IS NULL
          {if site} AND x.site = :site {end}
          AND (k.kind = 'final' OR k.kind = 'midway' AND m.id IS NULL
               OR k.kind = 'doubt' AND NOT EXISTS (SELECT 1 FROM doubt w WHERE w.registration = x.registration))) d
  WHERE TRUE {if from} AND d.day >= CAST(:from AS DATE) {end} {if to} AND d.day <= CAST(:to AS DATE) {end}
  GROUP BY d.kind, d.activity, d.day
  UNION ALL
  {end}
  SELECT 'meeting' AS kind, x.activity, x.id AS placement, 1 AS n, w.meeting_on AS day, LEFT(w.meeting_at, 5) AS at, w.id AS doubt, w.version AS sequence, w.row_start AS changed
  FROM placement x JOIN doubt w ON w.registration = x.registration AND w.meeting_on IS NOT NULL AND w.lifted_at IS NULL
  WHERE (x.person = :viewer {if viewer_supervisor, viewer_lecturer} OR {{assessed_by_viewer}} {end})
    {if site} AND x.site = :site {end}
    {if from} AND w.meeting_on >= CAST(:from AS DATE) {end} {if to} AND w.meeting_on <= CAST(:to AS DATE) {end}
) z
JOIN activity a ON a.id = z.activity AND a.cancelled_at IS NULL
JOIN institution i ON i.id = a.institution
WHERE TRUE {if status} AND :status = 'all' {end}
  {if institution} AND a.institution = :institution {end}
  {if q} AND a.name LIKE CONCAT('%', :q, '%') {end}
  {if programme} AND (SELECT fc.programme FROM course_instance fi JOIN course fc ON fc.id = fi.course WHERE fi.id = a.course_instance) = :programme {end}
{end}
{unless viewer_supervisor, viewer_lecturer, viewer_student}
SELECT z.placement FROM (SELECT 0 AS placement, NULL AS day, NULL AS at, NULL AS kind, NULL AS activity) z WHERE FALSE
{end}
