-- The month as a calendar: the days that its page shows.
-- many: events/event
{{calendar_events}}

-- many: dues/due
{{calendar_deadlines}}

-- many: exams/exam
{{calendar_exams}}
ORDER BY z.day, s.starts_at, z.id, z.kind

-- many: assess/day
{{calendar_assessments}}
ORDER BY z.day, z.at, z.kind, z.activity
