SELECT d.id, d.text, d.given_at, d.due_on, IF(d.late = 1, 1, NULL) AS late, d.late_reason, d.meeting_on, LEFT(d.meeting_at, 5) AS meeting_at, d.meeting_place,
       d.meeting_notes, d.seen_at, d.remarks, d.lifted_at, IF(q.protected = 0 OR q.id = :viewer, q.name, NULL) AS assessor
FROM doubt d JOIN person q ON q.id = d.person
