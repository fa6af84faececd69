-- The CTE `results` of the caller's CTE `here` (activity, proposal; NULL: all of them) for allocation_figures: as it stands, as it was shared, as it was the time before, and
-- the proposals there are.
results AS (
  SELECT 'present' AS source, NULL AS proposal, t.unit, {{allocation_result_live}}, NULL AS moved,
    IF(t.shared IS NULL, NULL, NOT (t.unit <=> t.shared)) AS reshared
  FROM (SELECT r.id, b.unit, p.unit AS shared FROM registration r
        LEFT JOIN allocation b ON b.registration = r.id
        LEFT JOIN placement p ON p.registration = r.id AND p.ended_on IS NULL
        WHERE r.activity = (SELECT activity FROM here) AND r.state = 'registered') t
  JOIN registration r ON r.id = t.id
  {{allocation_result_live_joined}}
  UNION ALL
  SELECT 'shared', NULL, t.unit, {{allocation_result_live}}, NULL, NULL
  FROM placement t
  JOIN registration r ON r.id = t.registration AND r.state = 'registered'
  {{allocation_result_live_joined}}
  WHERE t.activity = (SELECT activity FROM here) AND t.ended_on IS NULL
  UNION ALL
  SELECT 'before', NULL, t.unit, {{allocation_result_live}}, NULL, NULL
  FROM (SELECT r.id, p.unit FROM registration r
        LEFT JOIN placement p ON p.registration = r.id
        WHERE r.activity = (SELECT ({{allocation_before}}) FROM activity a WHERE a.id = (SELECT activity FROM here)) AND r.state = 'registered') t
  JOIN registration r ON r.id = t.id
  {{allocation_result_live_joined}}
  UNION ALL
  SELECT 'proposal', t.proposal, t.unit, r.car, t.wish, t.wishes, t.km, NOT (t.unit <=> b.unit),
    IF(t.shared_unit IS NULL, NULL, NOT (t.unit <=> t.shared_unit))
  FROM proposal x
  JOIN proposal_student t ON t.proposal = x.id
  JOIN registration r ON r.id = t.registration
  LEFT JOIN allocation b ON b.registration = t.registration
  WHERE x.activity = (SELECT activity FROM here) AND x.state IN ('ready', 'taken')
    AND x.id = COALESCE((SELECT proposal FROM here), x.id))
