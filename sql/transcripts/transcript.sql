-- A transcript as it was given out, and what has happened to it since.

-- one: transcript
{{transcript_head}}
WHERE t.id = :transcript

-- many: results/result
{{transcript_results}}
WHERE t.id = :transcript ORDER BY tr.number

-- many: history/event
{{history}}
WHERE e.thing = 'transcript' AND e.thing_id = :transcript ORDER BY e.id DESC LIMIT 50

-- many: changes/change
{{history_changes}}
WHERE e.thing = 'transcript' AND e.thing_id = :transcript ORDER BY c.event DESC, c.number LIMIT 50
