-- An activity's allocation on paper, as it was shared: of each site the students the viewer sees there; not who is protected.
-- one: activity
{{activity_head}}
WHERE a.id = :activity

-- many: sites/site
SELECT st.id, st.name, COUNT(*) AS students
FROM placement x
JOIN person p ON p.id = x.person AND p.protected = 0
JOIN registration r ON r.id = x.registration
JOIN site st ON st.id = x.site
WHERE x.activity = :activity AND {{placements_seen_here}} {if class} AND r.activity_class = :class {end} {if site} AND x.site = :site {end}
GROUP BY st.id ORDER BY st.name {collate}, st.id

-- many: placements/placement
SELECT x.id, x.site AS site_number, {{placement_columns}}
FROM placement x
{{placement_joined}}
WHERE x.activity = :activity AND p.protected = 0 AND {{placements_seen_here}}
  {if class} AND r.activity_class = :class {end} {if site} AND x.site = :site {end}
ORDER BY st.name {collate}, st.id, u.name {collate}, u.id, p.sorted_{alphabet}, x.id
