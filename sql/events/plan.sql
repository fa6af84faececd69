-- An activity's allocation: its id is the activity's, its version the plan's own.
-- maybe: place
SELECT x.version, x.institution, NULL AS site, x.activity FROM allocation_plan x WHERE x.activity = :id
