-- What others did to :thing :id after :version: shown to who worked on an older version. No more than the thing's own page
-- tells, for the version is what the browser says: not what happened to an order while it was a draft, nor who signed in when, nor where a student is put or
-- what they need.

-- many: events/event
{{history}} WHERE {{since}} ORDER BY e.id

-- many: changes/change
{{history_changes}} WHERE {{since}} AND {{registration_change_seen}} ORDER BY e.id, c.number
