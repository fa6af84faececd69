-- The term as a calendar: the weeks that its page shows.
-- many: events/event
{{calendar_events}}

-- many: dues/due
{{calendar_deadlines}}
