-- What others did to :thing :id after :version: shown to who worked on an older version.

-- many: events/event
{{history}} WHERE e.thing = :thing AND e.thing_id = :id AND e.thing_version > :version ORDER BY e.id

-- many: changes/change
{{history_changes}} WHERE e.thing = :thing AND e.thing_id = :id AND e.thing_version > :version ORDER BY e.id, c.number
