-- The name of another activity than :activity that the person of x is in at the same time.
(SELECT MIN(o.name) FROM registration y JOIN activity o ON o.id = y.activity AND o.cancelled_at IS NULL
 WHERE y.person = x.person AND y.state = 'registered' AND y.institution = a.institution AND y.activity <> a.id
   AND o.starts <= a.ends AND o.ends >= a.starts)
