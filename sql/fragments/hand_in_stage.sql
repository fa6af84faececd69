-- Whether candidate c of session s (exam x, if any) may hand in a file now: early, open, late, or closed for good. What somebody has
-- marked stays what was marked, also where there is no day for it or the day was moved.
CASE WHEN s.state <> 'confirmed' OR c.state <> 'registered' OR COALESCE(x.state, '') = 'confirmed' THEN 'closed'
     WHEN s.date_mode <> 'none' AND :clock < TIMESTAMP(s.starts_on, s.starts_at) THEN 'early'
     WHEN s.date_mode <> 'none' AND :clock > {{candidate_ends}} THEN 'late'
     WHEN EXISTS (SELECT 1 FROM exam_identity mt JOIN paper mk ON mk.exam_session = mt.exam_session AND mk.code = mt.code
                  WHERE mt.candidate = c.id AND mk.marks > 0) THEN 'closed'
     ELSE 'open' END
