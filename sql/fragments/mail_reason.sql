SELECT c.new_value AS text FROM event_change c
WHERE c.event = :event AND c.field = 'reason' AND c.new_value IS NOT NULL
