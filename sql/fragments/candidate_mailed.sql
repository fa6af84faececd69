-- The recipient's own candidate that :event is about: itself, or one of the session.
c.id = (SELECT d.id FROM event e
        JOIN candidate d ON d.person = :viewer AND IF(e.thing = 'candidate', d.id, d.exam_session) = e.thing_id
        WHERE e.id = :event)
