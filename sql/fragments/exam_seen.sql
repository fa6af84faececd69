-- Whether session s is in the lists of the viewer, who works with exams: as rights/exam_session says of one.
(s.institution IN ({{viewer_plans_exams}})
 OR s.state <> 'draft' AND (s.institution IN ({{viewer_exams_seen}}) OR s.id IN ({{viewer_examines}})))
