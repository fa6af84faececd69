(SELECT v.*, v.page <= v.archives AS archive,
        GREATEST(COALESCE((SELECT f.told_at FROM feed_entry f WHERE f.partner = v.partner AND f.number <= v.page * 100
                           ORDER BY f.number DESC LIMIT 1), v.made_at), v.edited_at) AS changed,
        COALESCE((SELECT f.told_at FROM feed_entry f WHERE f.partner = v.partner AND f.number <= v.page * 100
                  ORDER BY f.number DESC LIMIT 1), v.made_at) AS updated
 FROM (SELECT p.id AS partner, p.person, p.version, p.made_at, CAST(p.ROW_START AS DATETIME(6)) AS edited_at,
              COALESCE(s.newest, 0) AS newest, COALESCE(s.newest, 0) DIV 100 AS archives,
              COALESCE(CAST(:page AS UNSIGNED), COALESCE(s.newest, 0) DIV 100 + 1) AS page
       FROM partner p LEFT JOIN feed_state s ON s.partner = p.id WHERE p.id = :partner) v
 WHERE v.page BETWEEN 1 AND v.archives + 1) w
