-- Which events (e) tell of the assessment of placement x. A draft is its assessors' and staff's to know of.
(e.thing = 'assessment' AND e.thing_id IN (SELECT s.id FROM assessment s WHERE s.registration = x.registration)
   AND (e.kind <> 'assessment.saved' OR x.person <> :viewer)
 OR e.thing = 'doubt' AND e.thing_id IN (SELECT d.id FROM doubt d WHERE d.registration = x.registration)
 OR e.thing = 'registration' AND e.thing_id = x.registration AND e.kind = 'attendance.changed')
