-- :registration is put at :unit (NULL: nowhere). Who supervised them at another unit does so no more.
INSERT INTO allocation (registration, activity, site, unit, locked)
SELECT :registration, :activity, (SELECT u.site FROM unit u WHERE u.id = :unit), :unit, IF(:unit IS NULL, 0, :locked)
FROM (SELECT 1) one
ON DUPLICATE KEY UPDATE site = VALUES(site), supervisor = IF(VALUES(unit) <=> unit, supervisor, NULL), unit = VALUES(unit),
  locked = VALUES(locked), version = version + 1
