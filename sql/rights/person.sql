-- Seen by themselves, by those who manage people where they have a grant, and by that institution's advisers and
-- coordinators unless protected. Edited only by who manages every place where they have a grant that still counts:
-- else a site could change the e-mail address of somebody with power elsewhere.
-- maybe: rights
SELECT r.self OR r.administers OR r.manages OR (r.`reads` AND NOT r.protected) AS view,
       r.administers OR (r.manages AND NOT r.elsewhere) AS edit,
       r.administers OR r.manages AS add_grant,
       (r.administers OR (r.manages AND NOT r.elsewhere)) AND NOT r.self AS close,
       r.self
FROM (
  SELECT p.protected, p.id = :viewer AS self,
         BIT_OR(g.role = 'system_administrator') AS administers,
         BIT_OR((g.role = 'placement_administrator' AND g.institution = t.institution)
                OR (g.role = 'site_administrator' AND g.unit IS NULL AND g.site = t.site)) AS manages,
         BIT_OR(g.role IN ('placement_adviser', 'institution_coordinator') AND g.institution = t.institution)
           AS `reads`,
         EXISTS (SELECT 1 FROM person_grant x
                 WHERE x.person = p.id AND (x.valid_to IS NULL OR x.valid_to >= :today)
             AND NOT COALESCE(x.institution IN ({{viewer_planned}}), 0)
             AND NOT COALESCE(x.site IN ({{viewer_managed_sites}}), 0)) AS elsewhere
  FROM person p
  LEFT JOIN person_grant t ON t.person = p.id
  LEFT JOIN person_grant g ON {{granted}} AND g.activity IS NULL
    AND (g.role = 'system_administrator' OR g.institution = t.institution OR g.site = t.site)
  WHERE p.id = :person
  GROUP BY p.id, p.protected
) r
