-- As calendar_assessments, for a calendar that is subscribed to, where nothing's name may hold its day: of each kind an activity's first day that
-- still waits, cancelled when none does any more, also for who no longer follows anybody there. A meeting is cancelled when it was called off,
-- or the warning lifted before its day; when it was to be is in the history then.
{if viewer_supervisor, viewer_lecturer, viewer_student}
SELECT z.kind, z.activity, IF(z.n = 1, z.placement, NULL) AS placement, z.n, a.name, z.at, z.doubt, i.short_name AS institution,
       IF(z.at IS NULL, DATE_FORMAT(z.day, '%Y%m%d'), DATE_FORMAT(TIMESTAMP(z.day, z.at), '%Y%m%dT%H%i%s')) AS `from`,
       IF(z.at IS NULL, DATE_FORMAT(z.day + INTERVAL 1 DAY, '%Y%m%d'), DATE_FORMAT(TIMESTAMP(z.day, z.at) + INTERVAL 1 HOUR, '%Y%m%dT%H%i%s')) AS until,
       z.gone OR a.cancelled_at IS NOT NULL AS cancelled,
       a.version + IF(z.doubt IS NULL, UNIX_TIMESTAMP(z.changed) DIV 60 + z.gone, z.sequence) AS sequence,
       DATE_FORMAT(GREATEST(a.row_start, z.changed), '%Y%m%dT%H%i%sZ') AS changed
FROM (
  {if viewer_supervisor, viewer_lecturer}
  SELECT d.kind, d.activity, MIN(IF(d.waits, d.id, NULL)) AS placement, COALESCE(NULLIF(SUM(d.waits), 0), COUNT(*)) AS n,
         COALESCE(MIN(IF(d.waits, d.day, NULL)), MAX(d.day)) AS day, NULL AS at, NULL AS doubt, SUM(d.waits) = 0 AS gone, 0 AS sequence,
         MAX(d.changed) AS changed
  FROM (
    SELECT k.kind, x.id, x.activity, CASE k.kind WHEN 'doubt' THEN {{doubt_due}} WHEN 'midway' THEN {{midway_due}} ELSE x.ends END AS day,
           x.ended_on IS NULL AND f.id IS NULL
             AND (k.kind = 'final' OR k.kind = 'midway' AND m.id IS NULL
                  OR k.kind = 'doubt' AND NOT EXISTS (SELECT 1 FROM doubt w WHERE w.registration = x.registration)) AS waits,
           GREATEST(x.row_start, COALESCE(m.row_start, x.row_start), COALESCE(f.row_start, x.row_start),
                    COALESCE((SELECT MAX(w.row_start) FROM doubt w WHERE w.registration = x.registration), x.row_start)) AS changed
    FROM placement x
    JOIN (SELECT 'doubt' AS kind UNION ALL SELECT 'midway' UNION ALL SELECT 'final') k
    JOIN institution i ON i.id = x.institution
    LEFT JOIN assessment m ON m.registration = x.registration AND m.kind = 'midway' AND m.state <> 'draft'
    LEFT JOIN assessment f ON f.registration = x.registration AND f.kind = 'final' AND f.state <> 'draft'
    WHERE {{assessed_by_viewer}} AND x.ends >= CAST(:from AS DATE)
    UNION ALL
    SELECT k.kind, x.id, x.activity, CASE k.kind WHEN 'doubt' THEN {{doubt_due}} WHEN 'midway' THEN {{midway_due}} ELSE x.ends END, 0, x.row_end
    FROM placement FOR SYSTEM_TIME ALL x
    JOIN (SELECT 'doubt' AS kind UNION ALL SELECT 'midway' UNION ALL SELECT 'final') k
    JOIN institution i ON i.id = x.institution
    WHERE (x.supervisor = :viewer OR x.lecturer = :viewer) AND x.person <> :viewer AND x.ended_on IS NULL AND x.ends >= CAST(:from AS DATE)
      AND x.row_end <= CURRENT_TIMESTAMP(6)
  ) d
  WHERE d.day >= CAST(:from AS DATE)
  GROUP BY d.kind, d.activity
  UNION ALL
  {end}
  SELECT 'meeting' AS kind, x.activity, x.id AS placement, 1 AS n, h.meeting_on AS day, LEFT(h.meeting_at, 5) AS at, w.id AS doubt,
         w.meeting_on IS NULL OR COALESCE(w.lifted_at < w.meeting_on, FALSE) AS gone, w.version AS sequence, w.row_start AS changed
  FROM placement x
  JOIN doubt w ON w.registration = x.registration
  JOIN doubt FOR SYSTEM_TIME ALL h ON h.id = w.id AND h.meeting_on IS NOT NULL
    AND h.row_end = (SELECT MAX(l.row_end) FROM doubt FOR SYSTEM_TIME ALL l WHERE l.id = w.id AND l.meeting_on IS NOT NULL)
  WHERE (x.person = :viewer {if viewer_supervisor, viewer_lecturer} OR {{assessed_by_viewer}} {end}) AND h.meeting_on >= CAST(:from AS DATE)
) z
JOIN activity a ON a.id = z.activity
JOIN institution i ON i.id = a.institution
{end}
{unless viewer_supervisor, viewer_lecturer, viewer_student}
SELECT z.placement FROM (SELECT 0 AS placement, NULL AS day, NULL AS at, NULL AS kind, NULL AS activity) z WHERE FALSE
{end}
