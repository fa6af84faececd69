-- A partner's event feed. Entries 1 to 100 are page 1 and so on: a full page is an archive and stays as it is, but for what its
-- partner may read no longer; the page after the last full one is the feed itself.

-- What the answer depends on, before it is made (fcgi/server/conditional.h). No date while more may come in its second.
-- step: state
SELECT CONCAT_WS('.', w.page, w.version, IF(w.archive, NULL, w.newest)) AS tag, w.archive AS immutable,
       IF(w.changed < UTC_TIMESTAMP() - INTERVAL 2 SECOND, DATE_FORMAT(w.changed, '%a, %d %b %Y %T GMT'), NULL) AS modified
FROM {{feed_page}}

-- one: feed
SELECT {{hash_uuid}} AS uuid, h.page, h.archive, h.updated, IF(h.page > 1, h.page - 1, NULL) AS before_page,
       IF(h.archive, h.page + 1, NULL) AS after_page
FROM (SELECT w.*, MD5(CONCAT_WS(' ', 'events of partner', w.partner, w.person, w.made_at)) AS hash FROM {{feed_page}}) h

-- many: entries/entry
SELECT f.number, f.told_at, e.uuid, e.at, e.kind, k.feed, e.thing, e.thing_id, e.thing_version AS version,
       e.institution, e.site, e.activity, DATE_FORMAT(e.at - INTERVAL 10 MINUTE, '%Y-%m-%dT%TZ') AS since
FROM {{feed_page}}
JOIN partner p ON p.id = w.partner
JOIN feed_entry f ON f.partner = w.partner AND f.number > (w.page - 1) * 100 AND f.number <= w.page * 100
JOIN event e ON e.id = f.event
JOIN feed_kind k ON k.kind = e.kind
WHERE {{feed_told}}
ORDER BY f.number DESC

-- States, days and numbers of the thing itself: nothing that anybody wrote, and nothing of its parts, which have names.
-- many: changes/change
SELECT f.number, c.field, c.old_value AS `from`, c.new_value AS `to`
FROM {{feed_page}}
JOIN feed_entry f ON f.partner = w.partner AND f.number > (w.page - 1) * 100 AND f.number <= w.page * 100
JOIN event_change c ON c.event = f.event AND c.subject IS NULL
WHERE c.field IN ('state', 'starts', 'ends', 'starts_on', 'ends_on', 'due_on', 'results_due', 'valid_from', 'valid_to',
                  'places', 'places_wanted', 'places_confirmed')
  AND COALESCE(c.old_value, '0') REGEXP '^([a-z_]{1,30}|[0-9]{1,9}|[0-9]{4}-[0-9]{2}-[0-9]{2})$'
  AND COALESCE(c.new_value, '0') REGEXP '^([a-z_]{1,30}|[0-9]{1,9}|[0-9]{4}-[0-9]{2}-[0-9]{2})$'
ORDER BY f.number, c.number
