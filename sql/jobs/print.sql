-- What a job reads and writes of its print.

-- step: print
SELECT p.area, p.name, p.lang, p.thing, p.thing_id, p.needs, p.parameters FROM print p WHERE p.id = :print AND p.person = :viewer AND p.made_at IS NULL

-- step: lock
SELECT p.id FROM print p WHERE p.id = :print AND p.made_at IS NULL FOR UPDATE

-- step: piece
INSERT INTO print_piece (print, piece, bytes) VALUES (:print, :piece, :bytes)

-- step: made
UPDATE print SET title = :title, pages = :pages, bytes = :length, made_at = UTC_TIMESTAMP() WHERE id = :print
