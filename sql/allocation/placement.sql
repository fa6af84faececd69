-- A student at a unit: where, when, with whom, how to reach them. Whoever is protected is named to those only who must know, and
-- nobody is told how to reach them.
-- one: placement
SELECT x.id, x.activity, a.name AS activity_name, a.cancelled_at, i.name AS institution_name, x.institution,
       IF(x.institution IN ({{viewer_institutions}}), x.registration, NULL) AS registration,
       {{placement_columns}}, IF(v.protected = 0, v.phone, NULL) AS supervisor_phone, IF(l.protected = 0, l.phone, NULL) AS lecturer_phone,
       COALESCE(u.address, st.address) AS address, m.name AS municipality, st.phone AS site_phone, st.email AS site_email,
       CASE WHEN x.ended_on IS NOT NULL THEN 'broken_off' WHEN x.ends < CAST(:today AS DATE) THEN 'earlier'
            WHEN x.starts > CAST(:today AS DATE) THEN 'coming' ELSE 'now' END AS view
FROM placement x
JOIN activity a ON a.id = x.activity
JOIN institution i ON i.id = x.institution
{{placement_joined}}
LEFT JOIN municipality m ON m.number = COALESCE(u.municipality, st.municipality)
WHERE x.id = :placement

-- Whom to speak to at the institution.
-- many: contacts/contact
SELECT p.id, p.name, p.email, p.phone
FROM person p WHERE p.id IN ({{placement_contacts}} :placement)
ORDER BY p.sorted_{alphabet}, p.id LIMIT 5

-- Each time something of it was shared. Who comes from outside the institution is not told where the student was before, but at
-- places they see themselves.
-- many: changes/change
SELECT h.number, e.at, c.kind, IF({{actor_named}}, p.name, NULL) AS by_whom, {{actor_withheld}} AS withheld,
       IF(s.self OR s.staffed OR c.old_site = s.site, ou.name, NULL) AS old_unit, IF(s.self OR s.staffed OR c.old_site = s.site, os.name, NULL) AS old_site,
       nu.name AS new_unit, ns.name AS new_site,
       IF(c.old_supervisor <=> c.new_supervisor, NULL, 1) AS supervisor_changed, IF(c.old_lecturer <=> c.new_lecturer, NULL, 1) AS lecturer_changed,
       IF(s.self OR s.staffed OR c.old_site = s.site, IF(ov.protected = 0, ov.name, NULL), NULL) AS old_supervisor, IF(nv.protected = 0, nv.name, NULL) AS new_supervisor,
       IF(ol.protected = 0, ol.name, NULL) AS old_lecturer, IF(nl.protected = 0, nl.name, NULL) AS new_lecturer
FROM (SELECT x.registration, x.site, x.person = :viewer AS self, x.institution IN ({{viewer_institutions}}) AS staffed
      FROM placement x WHERE x.id = :placement) s
JOIN share_change c ON c.registration = s.registration
  AND (s.self OR s.staffed OR c.new_site = s.site OR c.old_site = s.site)
JOIN share h ON h.id = c.share
JOIN event e ON e.id = h.event
LEFT JOIN person p ON p.id = e.person
LEFT JOIN unit ou ON ou.id = c.old_unit
LEFT JOIN site os ON os.id = c.old_site
LEFT JOIN unit nu ON nu.id = c.new_unit AND (s.self OR s.staffed OR c.new_site = s.site)
LEFT JOIN site ns ON ns.id = nu.site
LEFT JOIN person ov ON ov.id = c.old_supervisor
LEFT JOIN person nv ON nv.id = c.new_supervisor AND nu.id IS NOT NULL
LEFT JOIN person ol ON ol.id = c.old_lecturer
LEFT JOIN person nl ON nl.id = c.new_lecturer
ORDER BY h.number DESC LIMIT 100
