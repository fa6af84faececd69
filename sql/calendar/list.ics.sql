-- The list as a calendar, whole.
-- many: events/event
{{calendar_events}}

-- many: dues/due
{{calendar_deadlines}}
