-- The roles (g) at the place of an address (k) that let one subscribe to its calendar.
g.activity IS NULL
AND (g.institution = k.institution
       AND g.role IN ('placement_administrator', 'placement_adviser', 'institution_coordinator', 'lecturer', 'exam_planner')
     OR g.site = k.site AND g.role IN ('site_administrator', 'site_coordinator'))
