-- After candidate_session_lock. graded: its exam's grading is confirmed. resulted: a result is ready or attested.
SELECT 'candidate' AS thing, c.id, c.version, c.person AS _person, c.exam_session AS _session, c.state AS _state,
       c.person = :viewer AS _self, c.extra_minutes, c.accommodation, c.accommodation_note,
       COALESCE((SELECT x.state FROM exam x WHERE x.exam_session = c.exam_session), '') = 'confirmed' AS _graded,
       {{candidate_resulted}} AS _resulted, c.handed_in IS NOT NULL AS _handed_in
FROM candidate c WHERE c.id = :candidate FOR UPDATE
