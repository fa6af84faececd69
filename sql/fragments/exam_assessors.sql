SELECT p.id, p.name, MIN(a.committee) AS committee, MIN(c.name) AS committee_name,
       (SELECT COUNT(*) FROM mark m JOIN exam x ON x.id = m.exam
        WHERE m.exam = :exam AND m.person = p.id AND {{paper_complete}}) AS marked
FROM exam_assessor a
JOIN person p ON p.id = a.person
JOIN exam_committee c ON c.exam = a.exam AND c.number = a.committee
WHERE a.exam = :exam
GROUP BY p.id
ORDER BY p.sorted_{alphabet}, p.id
