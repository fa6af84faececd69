SELECT s.id, s.name AS name FROM site s
WHERE s.id IN ({{viewer_managed_sites}}) OR {{viewer_administers}}
ORDER BY name {collate}
