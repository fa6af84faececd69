-- enter: a role in an activity is entered by its own side: a site's by its administrators and coordinators (also one of this
-- activity only), the institution's by its placement administrator.
-- maybe: rights
SELECT x.person = :viewer OR r.manages OR r.enters AS view, r.manages AS edit,
       r.manages AND (x.valid_to IS NULL OR x.valid_to >= :today) AS edit_now, r.enters AS enter
FROM (
  SELECT x.id,
         BIT_OR({{looks_after}}) AS manages,
         BIT_OR(x.activity IS NOT NULL
                AND ((x.role IN ('site_coordinator', 'supervisor') AND g.site = x.site
                      AND g.role IN ('site_administrator', 'site_coordinator'))
                     OR (x.role IN ('institution_coordinator', 'lecturer') AND g.institution = x.institution
                         AND g.role = 'placement_administrator'))) AS enters
  FROM person_grant x
  LEFT JOIN person_grant g ON {{granted}} AND (g.activity IS NULL OR g.activity = x.activity)
    AND (g.role = 'system_administrator' OR g.institution = x.institution OR g.site = x.site)
  WHERE x.id = :grant
  GROUP BY x.id
) r
JOIN person_grant x ON x.id = r.id
