-- Lines for a calendar program. until: the day after the last. changed: when what the viewer sees of it last changed, of the
-- activity, its class and, as far as they are the viewer's to see, its counts and orders. The sequence grows with it: a status changes
-- without the activity.
SELECT c.activity AS id, c.letter AS class, {{calendar_name}} AS name, DATE_FORMAT(c.starts, '%Y%m%d') AS starts,
       DATE_FORMAT(c.ends + INTERVAL 1 DAY, '%Y%m%d') AS until, {{calendar_status}} AS status, i.name AS institution,
       a.version + COALESCE(k.version, 0) + UNIX_TIMESTAMP({{calendar_changed}}) DIV 60 AS sequence,
       DATE_FORMAT({{calendar_changed}}, '%Y%m%dT%H%i%sZ') AS changed,
       {if viewer_site_side, viewer_takes_part}
       IF(v.inside, c.places_wanted, NULL) AS places_wanted, IF(v.inside, n.places_ordered, w.asked) AS places_ordered,
       IF(v.inside, n.places_confirmed, w.confirmed) AS places_confirmed
       {end}
       {unless viewer_site_side, viewer_takes_part} c.places_wanted, n.places_ordered, n.places_confirmed {end}
FROM ({{calendar_seen}}) v
{{calendar_line}}
JOIN institution i ON i.id = c.institution
LEFT JOIN activity_class k ON k.activity = c.activity AND k.letter = c.letter
ORDER BY c.starts, c.activity, c.letter
