-- Whether session s is in the lists of the viewer, who works with exams: as rights/exam_session says of one.
(s.institution IN (SELECT g.institution FROM person_grant g
                   WHERE {{granted}} AND (g.role = 'exam_planner'
                     OR s.state <> 'draft' AND g.activity IS NULL AND g.role IN ('placement_administrator', 'institution_coordinator', 'lecturer')))
 OR s.state <> 'draft' AND s.id IN (
   SELECT x.exam_session FROM exam_examiner x
   WHERE x.person = :viewer AND EXISTS (SELECT 1 FROM person_grant g WHERE {{granted}} AND g.role = 'examiner' AND g.institution = s.institution)))
