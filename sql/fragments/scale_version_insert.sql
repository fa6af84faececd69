-- The version that :scale says is its latest.
INSERT INTO scale_version (grading_scale, number, made_at) SELECT id, latest, UTC_TIMESTAMP() FROM grading_scale WHERE id = :scale
