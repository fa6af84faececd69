-- one: file
SELECT 'application/pdf' AS media, CONCAT(REPLACE(p.title, '/', '–'), '.pdf') AS name FROM print p WHERE p.id = :print AND p.made_at IS NOT NULL

-- many: pieces/piece
SELECT bytes FROM print_piece WHERE print = :print ORDER BY piece
