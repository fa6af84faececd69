-- The day that c.handed_in_at (UTC) was in Norway and Sweden: an hour ahead, two in summer, which is from the last Sunday of March to the last of
-- October, at one o'clock UTC. The database knows no time zones.
CAST(c.handed_in_at + INTERVAL 1 + (c.handed_in_at >= TIMESTAMP(CONCAT(YEAR(c.handed_in_at), '-03-31')) - INTERVAL DAYOFWEEK(CONCAT(YEAR(c.handed_in_at), '-03-31')) - 1 DAY + INTERVAL 1 HOUR
  AND c.handed_in_at < TIMESTAMP(CONCAT(YEAR(c.handed_in_at), '-10-31')) - INTERVAL DAYOFWEEK(CONCAT(YEAR(c.handed_in_at), '-10-31')) - 1 DAY + INTERVAL 1 HOUR) HOUR AS DATE)
