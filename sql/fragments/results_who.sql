-- Which students: only where they may be named, for who withdrew is known by name.
{if who} AND v.named AND CASE :who WHEN 'registered' THEN v.candidate_state = 'registered'
                                   WHEN 'withdrawn' THEN v.candidate_state = 'withdrawn'
                                   WHEN 'no_hand_in' THEN v.candidate_state = 'registered' AND v.handed_in IS NULL ELSE FALSE END {end}
