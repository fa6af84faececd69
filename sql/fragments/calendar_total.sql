SELECT 0
  {if viewer_institution_side, viewer_lecturer}
  + (SELECT COUNT(*) FROM occurrence c
     WHERE {{calendar_institution}} {{calendar_inside_choice}})
  {end}
  {if viewer_site_side, viewer_takes_part}
  + (SELECT COUNT(*) FROM ({{calendar_outside}}) t STRAIGHT_JOIN occurrence c ON c.activity = t.activity
     WHERE TRUE {{calendar_outside_choice}})
  {end}
