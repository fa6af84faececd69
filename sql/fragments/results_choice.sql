-- Which rows of the results are shown. v: results_of_session or results_of_activity.
TRUE
{if state} AND v.state = :state {end}
{if q} AND (v.code LIKE CONCAT(:q, '%') OR v.code LIKE CONCAT('%-', :q, '%') OR (v.named AND v.name LIKE CONCAT('%', :q, '%'))) {end}
{if who} AND v.named AND CASE :who WHEN 'registered' THEN v.candidate_state = 'registered'
                                   WHEN 'withdrawn' THEN v.candidate_state = 'withdrawn'
                                   WHEN 'no_hand_in' THEN v.candidate_state = 'registered' AND v.handed_in IS NULL ELSE FALSE END {end}
{if grade} AND v.grade = :grade {end}
