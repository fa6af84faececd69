-- In the words of its history: times as HH:MM.
s.type, s.name, s.name_en, s.date_mode, s.starts_on, TIME_FORMAT(s.starts_at, '%H:%i') AS starts_at, s.ends_on,
TIME_FORMAT(s.ends_at, '%H:%i') AS ends_at, s.place, s.anonymous, s.code_prefix, s.code_format, s.code_shown, s.registration,
s.registers_from, s.registers_to
