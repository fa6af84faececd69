-- Of orders only what those may read who may open the order (rights/order): lecturers may not. Of roles a site reads its own
-- and the institution's. Of allocation a site only that something of it was shared with them; what is one student's stands on their registration, but that
-- they withdrew. How somebody is assessed is told on their own page. v is {{activity_seen}}.
e.activity = :activity
  AND (e.kind IN ('activity.changed', 'activity.cancelled', 'activity.requirements_changed', 'class.created',
                  'class.changed', 'class.removed')
       {if viewer_institution_side, viewer_lecturer}
       OR (v.inside AND SUBSTRING_INDEX(e.kind, '.', 1) IN ('activity', 'class', 'role', 'grant'))
       {end}
       {if viewer_institution_side} OR (v.staffed AND SUBSTRING_INDEX(e.kind, '.', 1) NOT IN ('assessment', 'doubt') AND (e.thing <> 'registration' OR e.kind = 'registration.withdrawn')) {end}
       {if viewer_site_side}
       OR (e.thing = 'order' AND e.site IN ({{viewer_sites_here}})
           AND e.kind IN ('order.sent', 'order.answered', 'order.declined', 'order.reopened', 'order.withdrawn',
                          'order.closed', 'order.reminded', 'order.escalated'))
       OR (e.thing = 'grant' AND e.kind IN ('role.given', 'role.changed', 'role.ended')
           AND (e.institution IS NOT NULL OR e.site IN ({{viewer_sites_here}})))
       OR (e.thing = 'placement' AND e.site IN ({{viewer_sites_here}}))
       OR (e.kind IN ('allocation.shared', 'allocation.changes_shared')
           AND EXISTS (SELECT 1 FROM share h JOIN share_change c ON c.share = h.id
                       WHERE h.event = e.id AND (c.new_site IN ({{viewer_sites_here}}) OR c.old_site IN ({{viewer_sites_here}}))))
       {end})
