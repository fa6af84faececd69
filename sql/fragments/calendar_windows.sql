-- Last days for wishes within the period: an institution's staff see their activities', a student those they are registered in. Neither
-- is asked for by site; a student's not by status, which says how far the institution is.
{if viewer_institution_side}
  SELECT l.activity, NULL AS registration
  FROM allocation_plan l JOIN activity a ON a.id = l.activity AND a.cancelled_at IS NULL
  {if status} JOIN activity_count n ON n.activity = a.id {end}
  WHERE l.institution {{my_staffed}} {{calendar_windows_choice}}
    {if status} AND (:status = 'all' OR {{activity_status}} = :status) {end}
{end}
{if viewer_student}
  {if viewer_institution_side} UNION ALL {end}
  SELECT l.activity, x.id AS registration
  FROM registration x
  JOIN allocation_plan l ON l.activity = x.activity
  JOIN activity a ON a.id = l.activity AND a.cancelled_at IS NULL
  WHERE x.person = :viewer AND x.state = 'registered' {{calendar_windows_choice}}
    {if status} AND :status = 'all' {end}
{end}
