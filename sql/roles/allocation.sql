-- What an activity's allocation will begin from: how far its places and roles have come.
-- one: activity
{{activity_head}}
WHERE a.id = :activity

-- maybe: missing
{{role_missing}}
