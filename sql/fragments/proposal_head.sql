-- A proposal and its activity, as its pages begin. The caller goes on: WHERE x.id = :proposal
SELECT x.id, x.number, {{proposal_phase}} AS phase, x.state, x.objective, x.avoid_earlier, x.limit_km, x.limit_car_km, x.shared,
  x.students, x.places, x.placed, x.students - x.placed AS unplaced, x.locked, x.pairs, x.groups_together, x.groups_apart, x.proof,
  x.placed_most, x.gap, x.gap_in, x.swaps, x.exchange, x.left_over, x.milliseconds, x.created_at, x.found_at, x.taken_at,
  LEFT(HEX(x.input), 8) AS input, IF({{actor_named}}, p.name, NULL) AS person_name
FROM proposal x
JOIN person p ON p.id = x.person
{{proposal_job}}
