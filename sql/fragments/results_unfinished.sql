-- Whether somebody who was to be examined in session s has no attested result; who never came is not waited for.
EXISTS (SELECT 1 FROM candidate c LEFT JOIN result r ON r.candidate = c.id
        WHERE c.exam_session = s.id AND c.state = 'registered' AND c.attendance <> 'absent' AND NOT r.state <=> 'attested')
