-- How a candidate is to sit: extra time, a room of their own and so on; never why. Planners write it, and the student reads it.
-- one: candidate
SELECT {{candidate_facts}}, c.person, p.name, COALESCE(x.state, '') = 'confirmed' AS graded
{{candidate_joined}}
JOIN person p ON p.id = c.person
WHERE c.id = :candidate

-- maybe: prefill
SELECT c.version, c.extra_minutes, c.accommodation_note AS note,
       {{candidate_accommodation}}
FROM candidate c WHERE c.id = :candidate

-- step: lock_session
{{candidate_session_lock}}

-- step: lock
{{candidate_lock}}

-- step: before
SELECT c.extra_minutes, c.accommodation_note AS note,
       {{candidate_accommodation}}
FROM candidate c WHERE c.id = :candidate

-- step: update
UPDATE candidate SET extra_minutes = NULLIF(:extra_minutes, 0), accommodation_note = :note,
  accommodation = CONCAT_WS(',', IF(:separate_room = 1, 'separate_room', NULL), IF(:small_group = 1, 'small_group', NULL),
    IF(:computer = 1, 'computer', NULL), IF(:assistant = 1, 'assistant', NULL), IF(:breaks = 1, 'breaks', NULL),
    IF(:large_print = 1, 'large_print', NULL), IF(:other = 1, 'other', NULL)),
  version = version + 1
WHERE id = :candidate
