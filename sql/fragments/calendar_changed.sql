-- When what the viewer sees of a line (calendar_line) last changed.
GREATEST(a.row_start, COALESCE(k.row_start, a.row_start)
  {if viewer_institution_side, viewer_lecturer} , IF(v.inside, n.row_start, a.row_start) {end}
  {if viewer_site_side, viewer_takes_part} , COALESCE(w.changed, a.row_start) {end})
