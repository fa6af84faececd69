-- Activities that a partner may read: its institution's; those its site was sent an order for.
FROM activity x
WHERE TRUE
  {if partner_institution} AND x.institution = :partner_institution {end}
  {if partner_site} AND EXISTS (SELECT 1 FROM placement_order fo WHERE fo.activity = x.id AND fo.site = :partner_site AND fo.state <> 'draft') {end}
  {unless partner_institution, partner_site} AND FALSE {end}
  {if since}
  AND ({{feed_activity_since}}
       OR EXISTS (SELECT 1 FROM activity_class fk WHERE fk.activity = x.id AND fk.row_start >= :since)
       OR EXISTS (SELECT 1 FROM placement_order fo WHERE fo.activity = x.id AND {{feed_order}} AND fo.row_start >= :since))
  {end}
