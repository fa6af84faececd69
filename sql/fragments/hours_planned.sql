-- Hours of placement x (t: its attendance): as entered, else seven and a half a weekday, to the day it was broken off.
COALESCE(t.hours_planned,
         7.5 * (5 * ((DATEDIFF(COALESCE(x.ended_on, x.ends), x.starts) + 1) DIV 7)
                + LENGTH(REPLACE(SUBSTRING('1111100111110', WEEKDAY(x.starts) + 1, (DATEDIFF(COALESCE(x.ended_on, x.ends), x.starts) + 1) MOD 7), '0', ''))))
