-- How far print p is; with print_job.
CASE WHEN p.made_at IS NOT NULL THEN 'made' WHEN j.state IN ('waiting', 'running') THEN 'under_way' WHEN j.state = 'cancelled' THEN 'cancelled' ELSE 'failed' END
