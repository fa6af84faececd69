-- The newest notices of whoever's address it is, for a feed reader. :id is the address's. The uuids are the same at every
-- reading, and no two entries of any two feeds share one.

-- one: feed
SELECT {{hash_uuid}} AS uuid, h.updated
FROM (SELECT MD5(CONCAT('notices of ', k.person)) AS hash,
             COALESCE((SELECT n.created_at FROM notice n WHERE n.person = k.person ORDER BY n.id DESC LIMIT 1), k.created_at)
               AS updated
      FROM private_address k WHERE k.id = :id) h

-- many: notices/notice
SELECT h.*, {{hash_uuid}} AS uuid
FROM (SELECT {{notice_words}}, MD5(CONCAT_WS(' ', e.uuid, n.kind, n.person)) AS hash
      FROM notice n
      {{notice_about}}
      WHERE n.person = :viewer) h
ORDER BY h.id DESC LIMIT 50
