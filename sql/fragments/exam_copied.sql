-- A draft with the days of session s moved so that it begins on :starts_on.
INSERT INTO exam_session (institution, type, resit_of, name, name_en, date_mode, starts_on, starts_at, ends_on, ends_at, place, anonymous,
  code_prefix, code_format, code_shown, registration, registers_from, registers_to, person, made_at)
SELECT s.institution, IF(:resit = 1 AND s.type <> 'other', 'digital_resit', s.type), IF(:resit = 1, s.id, NULL), :name, :name_en,
       s.date_mode, s.starts_on + INTERVAL d.days DAY, s.starts_at, s.ends_on + INTERVAL d.days DAY, s.ends_at, s.place, s.anonymous,
       s.code_prefix, s.code_format, s.code_shown, s.registration, s.registers_from + INTERVAL d.days DAY,
       s.registers_to + INTERVAL d.days DAY, :viewer, UTC_TIMESTAMP()
FROM exam_session s
JOIN (SELECT COALESCE(DATEDIFF(:starts_on, x.starts_on), 0) AS days FROM exam_session x WHERE x.id = :exam_session) d
WHERE s.id = :exam_session
