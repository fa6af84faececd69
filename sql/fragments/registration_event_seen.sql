-- What the viewer may read of what happened (e) to a registration: who allocates all; other staff nothing of needs; the student what
-- they did themselves and what they were told. Where they are put is nobody's but staff's until it is shared.
EXISTS (SELECT 1 FROM registration x
        WHERE x.id = e.thing_id
          AND (x.institution IN ({{viewer_planned}})
               OR (x.institution IN ({{viewer_institutions}})
                   AND e.kind NOT IN ('registration.home_changed', 'registration.needs_changed'))
               OR (x.person = :viewer
                   AND (e.kind IN ('registration.created', 'registration.resumed', 'registration.moved',
                                   'registration.withdrawn', 'registration.home_changed')
                        OR e.kind LIKE 'wishes.%' OR e.kind LIKE 'placement.%'))))
