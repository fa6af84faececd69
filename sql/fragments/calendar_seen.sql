-- The lines of the period :from–:to that the viewer may see, by the same two reasons as the list: inside an institution's
-- own, outside what a site was asked for or the viewer takes part in. Only what the index holds: names are for the few that
-- are shown.
{if viewer_institution_side, viewer_lecturer}
  SELECT c.activity, c.letter, c.institution, c.starts, c.ends, 1 AS inside
  FROM occurrence c FORCE INDEX (occurrence_starts)
  WHERE {{calendar_institution}} {{calendar_inside_choice}}
{end}
{if viewer_site_side, viewer_takes_part}
  {if viewer_institution_side, viewer_lecturer} UNION ALL {end}
  SELECT c.activity, c.letter, c.institution, c.starts, c.ends, 0 AS inside
  FROM ({{calendar_outside}}) t
  STRAIGHT_JOIN occurrence c ON c.activity = t.activity
  WHERE TRUE {{calendar_outside_choice}}
{end}
{unless viewer_institution_side, viewer_lecturer, viewer_site_side, viewer_takes_part}
  SELECT c.activity, c.letter, c.institution, c.starts, c.ends, 0 AS inside FROM occurrence c WHERE FALSE
{end}
