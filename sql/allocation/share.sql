-- What sharing would show whom: everyone concerned, before it is done; afterwards what was shared when.
-- one: activity
{{activity_head}}
WHERE a.id = :activity

-- one: plan
SELECT n.shares, n.shared_at, n.shares > 0 AS shared_before,
       (SELECT COUNT(*) FROM registration r WHERE r.activity = :activity AND r.state = 'registered') AS registered,
       (SELECT COUNT(*) FROM registration r LEFT JOIN allocation w ON w.registration = r.id
        WHERE r.activity = :activity AND r.state = 'registered' AND w.unit IS NULL) AS unplaced,
       (SELECT COUNT(*) FROM allocation w WHERE w.activity = :activity AND w.unit IS NOT NULL AND w.supervisor IS NULL) AS no_supervisor,
       (SELECT COUNT(*) FROM (SELECT w.unit, COUNT(*) AS students FROM allocation w
                              WHERE w.activity = :activity AND w.unit IS NOT NULL GROUP BY w.unit) t
        LEFT JOIN ({{confirmed_units}} AND o.activity = :activity GROUP BY o.activity, k.site, k.unit) q ON q.unit = t.unit
        WHERE t.students > COALESCE(q.places, 0)) AS too_many
FROM allocation_plan n WHERE n.activity = :activity

-- maybe: prefill
{{share_seen}}

-- What is shared is what was seen: the action asks anew, and so does the page after it was refused.
-- maybe: seen
{{share_seen}}

-- What will happen, and to how many who are told; who has no open account is not reached.
-- one: told
WITH d AS ({{share_differences}})
SELECT COUNT(*) AS students, COALESCE(SUM(d.kind = 'placed'), 0) AS placed, COALESCE(SUM(d.kind = 'moved'), 0) AS moved,
       COALESCE(SUM(d.kind = 'people'), 0) AS people, COALESCE(SUM(d.kind = 'ended'), 0) AS ended,
       COALESCE(SUM(ac.person IS NULL), 0) AS not_reached,
       (SELECT COUNT(*) FROM (SELECT d.old_site AS site FROM d WHERE d.old_site IS NOT NULL
                              UNION SELECT d.new_site FROM d WHERE d.new_site IS NOT NULL) t) AS sites,
       (SELECT COUNT(*) FROM (SELECT d.old_supervisor AS person FROM d WHERE d.old_supervisor IS NOT NULL
                              UNION SELECT d.new_supervisor FROM d WHERE d.new_supervisor IS NOT NULL) t) AS supervisors,
       (SELECT COUNT(*) FROM (SELECT d.old_lecturer AS person FROM d WHERE d.old_lecturer IS NOT NULL
                              UNION SELECT d.new_lecturer FROM d WHERE d.new_lecturer IS NOT NULL) t) AS lecturers
FROM d LEFT JOIN account ac ON ac.person = d.person AND ac.closed = 0

-- many: sites/site
WITH d AS ({{share_differences}})
SELECT st.id, st.name, SUM(t.come) AS come, SUM(t.gone) AS gone, SUM(t.same) AS same,
       (SELECT COUNT(DISTINCT g.person) FROM person_grant g JOIN account ac ON ac.person = g.person AND ac.closed = 0
        WHERE g.site = st.id AND g.role IN ('site_coordinator', 'site_administrator') AND (g.activity IS NULL OR g.activity = :activity)
          AND g.valid_from <= :today AND (g.valid_to IS NULL OR g.valid_to >= :today)) AS people
FROM (SELECT d.new_site AS site, NOT d.old_site <=> d.new_site AS come, 0 AS gone, d.old_site <=> d.new_site AS same FROM d WHERE d.new_site IS NOT NULL
      UNION ALL SELECT d.old_site, 0, 1, 0 FROM d WHERE d.old_site IS NOT NULL AND NOT d.old_site <=> d.new_site) t
JOIN site st ON st.id = t.site
GROUP BY st.id, st.name
ORDER BY st.name {collate}, st.id

-- list: changes/change
-- columns: student, class, kind, site, unit, supervisor, lecturer, starts, ends, old_site, old_unit, old_supervisor, old_lecturer
-- sort: site COALESCE(ns.name, os.name) {collate}, COALESCE(nu.name, ou.name) {collate}, p.sorted_{alphabet}, d.registration; student p.sorted_{alphabet}, d.registration; kind d.kind, p.sorted_{alphabet}, d.registration; class k.letter, p.sorted_{alphabet}, d.registration
SELECT d.registration AS id, p.name AS student, p.protected, k.letter AS class, d.kind, ns.name AS site, nu.name AS unit, IF(nv.protected = 0, nv.name, NULL) AS supervisor, nl.name AS lecturer,
       d.starts, d.ends, os.name AS old_site, ou.name AS old_unit, IF(ov.protected = 0, ov.name, NULL) AS old_supervisor, ol.name AS old_lecturer,
       IF(d.old_supervisor <=> d.new_supervisor, NULL, 1) AS supervisor_changed, IF(d.old_lecturer <=> d.new_lecturer, NULL, 1) AS lecturer_changed
FROM ({{share_differences}}) d
JOIN person p ON p.id = d.person
LEFT JOIN activity_class k ON k.id = d.class
LEFT JOIN site ns ON ns.id = d.new_site
LEFT JOIN unit nu ON nu.id = d.new_unit
LEFT JOIN site os ON os.id = d.old_site
LEFT JOIN unit ou ON ou.id = d.old_unit
LEFT JOIN person nv ON nv.id = d.new_supervisor
LEFT JOIN person nl ON nl.id = d.new_lecturer
LEFT JOIN person ov ON ov.id = d.old_supervisor
LEFT JOIN person ol ON ol.id = d.old_lecturer
WHERE TRUE {if kind} AND d.kind = :kind {end}
  {if site} AND (d.old_site = :site OR d.new_site = :site) {end}
  {if q} AND (p.name LIKE CONCAT('%', :q, '%') OR nu.name LIKE CONCAT('%', :q, '%') OR ou.name LIKE CONCAT('%', :q, '%')) {end}

-- Each time it was shared.
-- many: shares/share
SELECT h.number, e.at, e.kind AS event, IF({{actor_named}}, p.name, NULL) AS by_whom, {{actor_withheld}} AS withheld,
       SUM(c.kind = 'placed') AS placed, SUM(c.kind = 'moved') AS moved, SUM(c.kind IN ('people', 'days')) AS people, SUM(c.kind = 'ended') AS ended
FROM share h
JOIN event e ON e.id = h.event
JOIN share_change c ON c.share = h.id
LEFT JOIN person p ON p.id = e.person
WHERE h.activity = :activity
GROUP BY h.id
ORDER BY h.number DESC LIMIT 50

-- step: lock_counts
{{lock_counts}}

-- step: lock_plan
{{plan_lock}}

-- step: recount
{{recount_allocation}}
