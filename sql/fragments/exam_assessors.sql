SELECT p.id, p.name, MIN(a.committee) AS committee, MIN(c.name) AS committee_name, COALESCE(MAX(q.marked), 0) AS marked
FROM exam_assessor a
JOIN person p ON p.id = a.person
JOIN exam_committee c ON c.exam = a.exam AND c.number = a.committee
LEFT JOIN (SELECT m.person, COUNT(*) AS marked FROM exam x JOIN mark m ON m.exam = x.id
           WHERE x.id = :exam AND {{paper_complete}} GROUP BY m.person) q ON q.person = a.person
WHERE a.exam = :exam
GROUP BY p.id
ORDER BY p.sorted_{alphabet}, p.id
