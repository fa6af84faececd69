-- The code (t: exam_identity) of the viewer's own candidate c, when the session s lets its student see it: always, or once it is
-- over for them or grading (x: exam) is confirmed.
IF(s.anonymous AND (s.code_shown = 'always' OR COALESCE(:clock > {{candidate_ends}}, 0) OR COALESCE(x.state, '') = 'confirmed'), t.code, NULL)
