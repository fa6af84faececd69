-- Of candidate c in session s: when and where. own_ends_on, own_ends_at: with the extra minutes; course and module of the instance.
c.id, c.exam_session, {{exam_name}} AS exam_name, s.type, s.date_mode, s.starts_on, TIME_FORMAT(s.starts_at, '%H:%i') AS starts_at,
s.ends_on, TIME_FORMAT(s.ends_at, '%H:%i') AS ends_at, s.place, c.extra_minutes,
IF(c.extra_minutes > 0, DATE({{candidate_ends}}), NULL) AS own_ends_on,
IF(c.extra_minutes > 0, DATE_FORMAT({{candidate_ends}}, '%H:%i'), NULL) AS own_ends_at,
c.state, s.state = 'cancelled' AS cancelled, c.registered_at, c.by_self, c.accommodation, c.accommodation_note,
c.handed_in_at, c.handed_in, s.anonymous, s.code_shown, i.short_name AS institution, o.code AS course_code,
IF(:lang = 'en', COALESCE(o.name_en, o.name), o.name) AS course_name, IF(:lang = 'en', COALESCE(m.name_en, m.name), m.name) AS module_name
