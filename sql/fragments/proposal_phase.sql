-- What a proposal x is at: its job j while that is under way, else its own state.
CASE WHEN x.state <> 'asked' THEN x.state
     WHEN j.state IN ('waiting', 'running') THEN 'searching'
     WHEN j.state = 'cancelled' THEN 'cancelled'
     ELSE 'failed' END
