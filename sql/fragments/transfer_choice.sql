-- The rows y of a transfer that are listed before it, with their persons p; afterwards there is nothing to look forward to.
({{transfer_rows}}) y
JOIN person p ON p.id = y.person
WHERE NOT EXISTS (SELECT 1 FROM transfer o WHERE o.exam = :exam)
{if outcome} AND y.outcome = :outcome {end}
{if q} AND (y.code LIKE CONCAT('%', :q, '%') OR p.name LIKE CONCAT('%', :q, '%')) {end}
