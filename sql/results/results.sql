-- Where results are to be entered or attested: exam sessions, or the activities of placement periods. Who may do neither of the one sees the other.

-- exams: has a part in results of exams; else the page shows placement periods.
-- one: part
SELECT {if viewer_plan_exams, viewer_examine} 1 {end} {unless viewer_plan_exams, viewer_examine} 0 {end} AS exams

-- The page's are found first, then counted.
-- list: sources/source
-- columns: name, ends, results_due, untouched, drafts, ready, attested
-- sort: -ends z.ends, z.id; name z.name {collate}, z.id; results_due z.results_due IS NULL, z.results_due, z.id
SELECT z.kind, z.id, z.name, z.ends, z.results_due, IF(z.results_due < CAST(:today AS DATE), DATEDIFF(:today, z.results_due), NULL) AS days_late,
       IF(z.kind = 'session',
          (SELECT COUNT(*) FROM candidate c LEFT JOIN result r ON r.candidate = c.id WHERE c.exam_session = z.id AND c.state = 'registered' AND r.id IS NULL),
          (SELECT COUNT(*) FROM registration x LEFT JOIN result r ON r.registration = x.id WHERE x.activity = z.id AND x.state = 'registered' AND r.id IS NULL)) AS untouched,
       IF(z.kind = 'session', (SELECT COUNT(*) FROM result r WHERE r.exam_session = z.id AND r.state = 'draft'),
          (SELECT COUNT(*) FROM registration x JOIN result r ON r.registration = x.id WHERE x.activity = z.id AND r.state = 'draft')) AS drafts,
       IF(z.kind = 'session', (SELECT COUNT(*) FROM result r WHERE r.exam_session = z.id AND r.state = 'ready'),
          (SELECT COUNT(*) FROM registration x JOIN result r ON r.registration = x.id WHERE x.activity = z.id AND r.state = 'ready')) AS ready,
       IF(z.kind = 'session', (SELECT COUNT(*) FROM result r WHERE r.exam_session = z.id AND r.state = 'attested'),
          (SELECT COUNT(*) FROM registration x JOIN result r ON r.registration = x.id WHERE x.activity = z.id AND r.state = 'attested')) AS attested,
       IF(z.kind = 'session', EXISTS (SELECT 1 FROM exam_session s WHERE s.id = z.id AND {{results_unfinished}}), NULL) AS unfinished
FROM (
  SELECT z.* FROM ({{results_sources}}) z {order} LIMIT :list_rows OFFSET :list_skip
) z
-- total:
SELECT COUNT(*) FROM ({{results_sources}}) z
