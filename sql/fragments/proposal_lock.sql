SELECT 'proposal' AS thing, x.id, x.version, x.state, x.activity, x.number FROM proposal x WHERE x.id = :proposal FOR UPDATE
