-- Orders that wait for an answer within the period: an institution's staff see those it sent, a site's people those it was
-- sent; lecturers and who takes part see none, as they see no orders.
{if viewer_institution_side}
  SELECT o.id, o.activity, o.due_on
  FROM placement_order o {{calendar_due_joined}}
  WHERE o.institution {{my_staffed}} AND o.state = 'sent' {{calendar_due_choice}}
    {if status} AND (:status = 'all' OR {{activity_status}} = :status) {end}
{end}
{if viewer_site_side}
  {if viewer_institution_side} UNION {end}
  SELECT o.id, o.activity, o.due_on
  FROM placement_order o {{calendar_due_joined}}
  WHERE o.site IN ({{viewer_answers}}) AND o.state = 'sent' {{calendar_due_choice}}
    {if status} AND (:status = 'all' OR (SELECT {{own_status}} FROM ({{own_orders}}) w WHERE w.activity = a.id) = :status) {end}
{end}
{unless viewer_institution_side, viewer_site_side}
  SELECT o.id, o.activity, o.due_on FROM placement_order o WHERE FALSE
{end}
