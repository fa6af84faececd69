CONCAT_WS('-', LEFT(h.hash, 8), SUBSTR(h.hash, 9, 4), CONCAT('3', SUBSTR(h.hash, 14, 3)),
          CONCAT('a', SUBSTR(h.hash, 18, 3)), RIGHT(h.hash, 12))
