-- As calendar_due, with what has not waited for 90 days at most. asked: the order for who answers it, 0 for who sent it.
{if viewer_institution_side}
  SELECT o.id, o.activity, o.site, o.due_on, o.state = 'sent' AS waits, 0 AS asked
  FROM placement_order o {{calendar_due_joined}}
  WHERE o.institution {{my_staffed}} {{calendar_due_changed_lately}} {{calendar_due_choice}}
{end}
{if viewer_site_side}
  {if viewer_institution_side} UNION ALL {end}
  SELECT o.id, o.activity, o.site, o.due_on, o.state = 'sent' AS waits, o.id AS asked
  FROM placement_order o {{calendar_due_joined}}
  WHERE o.site IN ({{viewer_answers}}) {{calendar_due_changed_lately}} {{calendar_due_choice}}
    {if viewer_institution_side} AND NOT o.institution {{my_staffed}} {end}
{end}
