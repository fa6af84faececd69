-- The middle of placement x: the day by which its midway assessment is due.
(x.starts + INTERVAL (DATEDIFF(x.ends, x.starts) + 2) DIV 2 - 1 DAY)
