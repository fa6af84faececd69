-- 1 where somebody did it whose name is kept back; NULL where it was nobody.
IF(p.id IS NULL OR {{actor_named}}, NULL, 1)
