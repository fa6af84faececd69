SELECT i.id, i.name AS name FROM institution i
WHERE i.id IN ({{viewer_planned}}) OR {{viewer_administers}}
ORDER BY name {collate}
