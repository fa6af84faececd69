SELECT c.event, c.number, c.field, c.subject, c.old_value, c.new_value
FROM event e JOIN event_change c ON c.event = e.id
