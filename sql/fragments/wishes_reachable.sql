-- Whom n's activity still lacks wishes of and who can be told: r.
registration r JOIN account ac ON ac.person = r.person AND ac.closed = 0
WHERE r.activity = n.activity AND r.state = 'registered' AND r.wishes_at IS NULL
