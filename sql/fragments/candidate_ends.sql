-- When the session s ends for its candidate c, by the wall clock; NULL without a date.
(TIMESTAMP(s.ends_on, s.ends_at) + INTERVAL COALESCE(c.extra_minutes, 0) MINUTE)
