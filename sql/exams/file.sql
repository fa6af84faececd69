-- A file as the student handed it in, to the student and to planners: the newest, or the one asked for. What it says of itself is
-- believed only once it was looked at.
-- one: file
SELECT h.file_name AS name, IF(h.state = 'clean', h.media, 'application/octet-stream') AS media
FROM hand_in h
WHERE h.candidate = :candidate
  AND h.number = {if number} :number {end} {unless number} (SELECT MAX(n.number) FROM hand_in n WHERE n.candidate = :candidate) {end}

-- many: pieces/piece
SELECT p.bytes FROM hand_in_piece p
WHERE p.candidate = :candidate
  AND p.number = {if number} :number {end} {unless number} (SELECT MAX(n.number) FROM hand_in n WHERE n.candidate = :candidate) {end}
ORDER BY p.piece
