-- The term as a calendar: the weeks that its page shows.
-- many: events/event
{{calendar_events}}

-- many: dues/due
{{calendar_deadlines}}

-- many: exams/exam
{{calendar_exams}}
ORDER BY z.day, s.starts_at, z.id, z.kind

-- many: assess/day
{if viewer_supervisor, viewer_lecturer, viewer_student}
{{calendar_assessments}}
ORDER BY z.day, z.at, z.kind, z.activity
{end}
{unless viewer_supervisor, viewer_lecturer, viewer_student} SELECT 0 AS placement FROM (SELECT 1) nobody WHERE FALSE {end}
