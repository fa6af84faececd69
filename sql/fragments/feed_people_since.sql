-- Whether something of who row x names began since then: their name, how to reach them, the student's number, that they are protected.
EXISTS (SELECT 1 FROM person fp WHERE fp.id = x.person AND fp.row_start >= :since)
OR EXISTS (SELECT 1 FROM student ft WHERE ft.person = x.person AND ft.institution = :partner_institution AND ft.row_start >= :since)
