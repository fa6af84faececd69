-- The list as a calendar, whole.
-- many: events/event
{{calendar_events}}

-- many: dues/due
{{calendar_deadlines}}

-- many: exams/exam
{{calendar_exams}}
  {unless from} AND z.day >= CAST(:today AS DATE) - INTERVAL 90 DAY {end}
ORDER BY z.day, s.starts_at, z.id, z.kind

-- many: assess/day
{{calendar_assessments}}
ORDER BY z.day, z.at, z.kind, z.activity
