x.activity = :activity AND {{assessment_overseen}}
  {if class} AND r.activity_class = :class {end}
  {if state} AND CASE :state WHEN 'no_midway' THEN COALESCE(s.state, 'draft') = 'draft' AND f.id IS NULL
                             WHEN 'no_final' THEN COALESCE(f.state, 'draft') = 'draft'
                             WHEN 'doubt' THEN EXISTS (SELECT 1 FROM doubt d WHERE d.registration = x.registration AND d.lifted_at IS NULL)
                             WHEN 'unsigned' THEN s.state = 'given' OR f.state = 'given'
                             WHEN 'failed' THEN f.passed = 0 AND f.state <> 'draft' ELSE FALSE END {end}
  {if q} AND ({{placement_student_named}} AND p.name LIKE CONCAT('%', :q, '%') OR u.name LIKE CONCAT('%', :q, '%') OR st.name LIKE CONCAT('%', :q, '%')) {end}
