-- Rows about what an earlier row is about already; n.first is that row.
import_row r
JOIN (SELECT d.same, MIN(d.number) AS first FROM import_row d
      WHERE d.import = :import AND d.same IS NOT NULL GROUP BY d.same HAVING COUNT(*) > 1) n ON n.same = r.same
WHERE r.import = :import AND r.number > n.first
