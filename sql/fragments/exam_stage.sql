-- How far session s has come, by the clock of the wall.
CASE WHEN s.state <> 'confirmed' THEN s.state
     WHEN s.date_mode = 'none' THEN 'undated'
     WHEN :clock < TIMESTAMP(s.starts_on, s.starts_at) THEN 'coming'
     WHEN :clock < TIMESTAMP(s.ends_on, s.ends_at) THEN 'running'
     ELSE 'held' END
