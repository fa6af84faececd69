-- The last day for a warning of doubt of placement x, as institution i has it: so many days before the end, of a short period the middle.
IF(DATEDIFF(x.ends, x.starts) + 1 <= i.doubt_short_days, {{midway_due}}, GREATEST(x.ends - INTERVAL i.doubt_days DAY, x.starts))
