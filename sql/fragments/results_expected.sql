-- Whether a result is still waited for. c: candidate, r: its result or NULL, s: session. Who never came, and who handed nothing in where
-- something is handed in, gets none.
c.state = 'registered' AND NOT r.state <=> 'attested'
  AND (r.id IS NOT NULL OR (c.attendance <> 'absent' AND (s.type = 'other' OR c.handed_in IS NOT NULL)))
