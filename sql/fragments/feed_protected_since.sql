-- Whether person p has become protected since then: who has their rows is told to forget them.
p.protected = 1 AND EXISTS (SELECT 1 FROM person FOR SYSTEM_TIME ALL fp WHERE fp.id = p.id AND fp.protected = 0 AND fp.row_end >= :since)
