-- A transcript's code as people read it: groups of five.
CONCAT_WS('-', SUBSTR(t.code, 1, 5), SUBSTR(t.code, 6, 5), SUBSTR(t.code, 11, 5), SUBSTR(t.code, 16, 5))
