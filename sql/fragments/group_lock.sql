SELECT 'group' AS thing, x.id, x.version, x.activity, x.kind FROM allocation_group x WHERE x.id = :group FOR UPDATE
