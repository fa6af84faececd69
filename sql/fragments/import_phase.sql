-- What an import x is at: its latest job j while that is under way, else its own state.
CASE WHEN j.state IN ('waiting', 'running') THEN
       CASE j.kind WHEN 'import_apply' THEN 'applying' WHEN 'import_undo' THEN 'undoing' ELSE 'checking' END
     WHEN x.state = 'new' AND x.error = 'import_columns_missing' THEN 'matching'
     WHEN x.state = 'new' AND j.state = 'cancelled' THEN 'cancelled'
     WHEN x.state = 'new' AND j.state = 'failed' THEN 'failed'
     WHEN x.state = 'checked' AND x.rows_faulty > 0 THEN 'faulty'
     WHEN x.state = 'checked' AND x.rows_new + x.rows_changed = 0 THEN 'unchanged'
     ELSE x.state END
