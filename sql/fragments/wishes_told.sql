-- Whether r's student was told of the window of n as it is now.
EXISTS (SELECT 1 FROM event e JOIN notice t ON t.event = e.id AND t.person = r.person AND t.kind = 'wishes_open'
        WHERE e.thing = 'plan' AND e.thing_id = n.activity AND e.kind = 'wishes.opened' AND e.at >= n.wishes_from)
