-- Whether person p is protected today: a page of the past must not name them, though nobody protected them then.
EXISTS (SELECT 1 FROM person FOR SYSTEM_TIME AS OF NOW(6) n WHERE n.id = p.id AND n.protected = 1)
