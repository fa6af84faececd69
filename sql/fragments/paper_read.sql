-- Whether the viewer, who may see the exam, reads paper p: assessors those of their
-- committees, once the time is out, but who was shown names; planners and the session's examiners all, when the time is out if they assess.
(EXISTS (SELECT 1 FROM exam_assessor a
         JOIN exam x ON x.id = a.exam
         JOIN exam_session s ON s.id = x.exam_session
         JOIN person_grant g ON {{granted}} AND g.institution = x.institution AND g.role = 'assessor'
         WHERE {{papers_out}} AND a.exam = p.exam AND a.committee = p.committee AND a.person = :viewer
           AND (x.state = 'confirmed' OR NOT EXISTS ({{exam_shown}} AND h.id = x.id AND hg.person = :viewer)))
 OR EXISTS (SELECT 1 FROM exam x
            JOIN exam_session s ON s.id = x.exam_session
            JOIN person_grant g ON {{granted}} AND g.institution = x.institution
            WHERE x.id = p.exam AND ({{papers_out}} OR NOT EXISTS (SELECT 1 FROM exam_assessor me WHERE me.exam = x.id AND me.person = :viewer))
              AND (g.role = 'exam_planner'
                   OR g.role = 'examiner' AND EXISTS (SELECT 1 FROM exam_examiner e WHERE e.exam_session = x.exam_session AND e.person = :viewer))))
