-- When the meeting about a warning is, and what was said there.
-- one: placement
{{assessment_head}} JOIN doubt d ON d.registration = x.registration WHERE d.id = :doubt

-- one: doubt
{{doubt_shown}} WHERE d.id = :doubt

-- maybe: prefill
SELECT d.version, d.meeting_on, LEFT(d.meeting_at, 5) AS meeting_at, d.meeting_place, d.meeting_notes FROM doubt d WHERE d.id = :doubt

-- step: lock
{{doubt_lock}}

-- step: update
UPDATE doubt SET meeting_on = :meeting_on, meeting_at = :meeting_at, meeting_place = :meeting_place, meeting_notes = :meeting_notes, version = version + 1
WHERE id = :doubt
