-- A partner's event feed. Entries 1 to 100 are page 1 and so on: a full page is an archive and stays as it is, but for what its
-- partner may read no longer; the page after the last full one is the feed itself.

-- What the answer depends on, before it is made (fcgi/server/conditional.h). No date while more may come in its second.
-- step: state
SELECT CONCAT_WS('.', v.page, v.version, IF(v.page <= v.archives, NULL, v.newest)) AS tag, v.page <= v.archives AS immutable,
       IF(GREATEST(COALESCE(f.told_at, v.made_at), v.edited_at) < UTC_TIMESTAMP() - INTERVAL 2 SECOND,
          DATE_FORMAT(GREATEST(COALESCE(f.told_at, v.made_at), v.edited_at), '%a, %d %b %Y %T GMT'), NULL) AS modified,
       v.page, v.page <= v.archives AS archive, (v.page - 1) * 100 + 1 AS first, v.page * 100 AS last,
       COALESCE(f.told_at, v.made_at) AS updated
FROM (SELECT p.id AS partner, p.version, p.made_at, CAST(p.ROW_START AS DATETIME(6)) AS edited_at, COALESCE(s.newest, 0) AS newest,
             COALESCE(s.newest, 0) DIV 100 AS archives, COALESCE(CAST(:page AS UNSIGNED), COALESCE(s.newest, 0) DIV 100 + 1) AS page
      FROM partner p LEFT JOIN feed_state s ON s.partner = p.id WHERE p.id = :partner) v
LEFT JOIN feed_entry f ON f.partner = v.partner AND f.number = LEAST(v.page * 100, v.newest)
WHERE v.page BETWEEN 1 AND v.archives + 1

-- one: feed
SELECT {{hash_uuid}} AS uuid, :archive AS archive, CAST(:updated AS DATETIME) AS updated, IF(:page > 1, :page - 1, NULL) AS before_page,
       IF(:archive = 1, :page + 1, NULL) AS after_page
FROM (SELECT MD5(CONCAT_WS(' ', 'events of partner', p.id, p.person, p.made_at)) AS hash FROM partner p WHERE p.id = :partner) h

-- A plan's version would tell a site how often the institution worked on its allocation.
-- many: entries/entry
SELECT f.number, f.told_at, e.uuid, e.at, e.kind, k.feed, e.thing, e.thing_id, IF(e.thing = 'plan' AND p.institution IS NULL, NULL, e.thing_version) AS version,
       e.institution, e.site, e.activity, DATE_FORMAT(e.at - INTERVAL 10 MINUTE, '%Y-%m-%dT%TZ') AS since
FROM feed_entry f
JOIN partner p ON p.id = f.partner
JOIN event e ON e.id = f.event
JOIN feed_kind k ON k.kind = e.kind
WHERE f.partner = :partner AND f.number BETWEEN :first AND :last AND FIND_IN_SET(k.feed, p.feeds) > 0 AND {{feed_unprotected}}
ORDER BY f.number DESC

-- States, days and numbers of the thing itself: nothing that anybody wrote, and nothing of its parts, which have names. How many
-- places an institution wants in all is not for sites.
-- many: changes/change
SELECT f.number, c.field, c.old_value AS `from`, c.new_value AS `to`
FROM feed_entry f
JOIN partner p ON p.id = f.partner
JOIN event_change c ON c.event = f.event AND c.subject IS NULL
WHERE f.partner = :partner AND f.number BETWEEN :first AND :last
  AND c.field IN ('state', 'starts', 'ends', 'starts_on', 'ends_on', 'due_on', 'results_due', 'valid_from', 'valid_to',
                  'places', 'places_wanted', 'places_confirmed')
  AND (p.institution IS NOT NULL OR c.field <> 'places_wanted')
  AND COALESCE(c.old_value, '0') REGEXP '^([a-z_]{1,30}|[0-9]{1,9}|[0-9]{4}-[0-9]{2}-[0-9]{2})$'
  AND COALESCE(c.new_value, '0') REGEXP '^([a-z_]{1,30}|[0-9]{1,9}|[0-9]{4}-[0-9]{2}-[0-9]{2})$'
ORDER BY f.number, c.number
