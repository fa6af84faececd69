-- How often registration x was withdrawn and taken up again: it only grows.
(SELECT 2 * COUNT(*) - (x.state = 'withdrawn') FROM registration FOR SYSTEM_TIME ALL t WHERE t.id = x.id AND t.state = 'withdrawn')
