-- The rows w of a transfer's log that are listed, of candidates c with codes d and persons p.
transfer_row w
JOIN candidate c ON c.id = w.candidate
JOIN exam_identity d ON d.candidate = c.id
JOIN person p ON p.id = c.person
WHERE w.exam = :exam
{if outcome} AND w.outcome = :outcome {end}
{if q} AND (d.code LIKE CONCAT('%', :q, '%') OR ({{transfer_named}} AND p.name LIKE CONCAT('%', :q, '%'))) {end}
