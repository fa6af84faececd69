-- What the viewer may read the history of: the person, by themselves and those who manage them somewhere; their
-- grants there.
(SELECT 'person' COLLATE utf8mb4_nopad_bin AS thing, :person AS id FROM DUAL
 WHERE :person = :viewer OR {{viewer_administers}}
   OR EXISTS (SELECT 1 FROM person_grant x WHERE x.person = :person AND {{manages_grant}})
 UNION ALL
 SELECT 'grant', x.id FROM person_grant x WHERE x.person = :person AND (:person = :viewer OR {{manages_grant}}))
