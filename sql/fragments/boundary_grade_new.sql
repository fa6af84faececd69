COALESCE((SELECT MAX(t.position)
          FROM JSON_TABLE(:boundaries, '$[*]' COLUMNS (position TINYINT UNSIGNED PATH '$.position', points_from DECIMAL(7,2) PATH '$.from')) t
          WHERE t.points_from <= m.points), 1)
