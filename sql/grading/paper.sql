-- A paper as a file, by its code: without what tells of who wrote it (fcgi/paper/). An assessor reads those of their committees.
-- one: file
SELECT CONCAT(p.code, {{media_extension}}) AS name, p.media
FROM paper p
WHERE p.exam = :exam AND p.code = :code AND p.void = 0 AND p.media IS NOT NULL AND {{paper_read}}

-- many: pieces/piece
SELECT b.bytes
FROM paper p
JOIN paper_piece b ON b.exam = p.exam AND b.code = p.code
WHERE p.exam = :exam AND p.code = :code AND p.void = 0 AND {{paper_read}}
ORDER BY b.piece
