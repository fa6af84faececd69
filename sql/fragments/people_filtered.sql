(COALESCE(:role, :institution, :site) IS NULL
    OR EXISTS (SELECT 1 FROM person_grant x WHERE x.person = p.id AND {{people_filter}}))
