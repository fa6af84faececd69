-- A line z of session s in a calendar file: an exam has its hours (extra: minutes of one's own), all else a day.
DATE_FORMAT(IF(z.kind = 'exam', TIMESTAMP(s.starts_on, s.starts_at), z.day), '%Y%m%dT%H%i%s') AS `from`,
       DATE_FORMAT(IF(z.kind = 'exam', TIMESTAMP(s.ends_on, s.ends_at) + INTERVAL z.extra MINUTE, z.day + INTERVAL 1 DAY), '%Y%m%dT%H%i%s') AS until,
       DATE_FORMAT(GREATEST(s.row_start, COALESCE(z.changed, s.row_start)), '%Y%m%dT%H%i%sZ') AS changed
