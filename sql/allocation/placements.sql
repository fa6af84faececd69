-- Students in placement now, soon, and earlier: of the institution, at the site, one's own. As in calendar/list.sql the ids come
-- first, in as many ways as the viewer has reasons to see some; what the page shows of them is joined after.
-- list: placements/placement
-- columns: student, activity, class, site, unit, supervisor, lecturer, starts, ends, ended_on, institution, student_email, student_phone
-- sort: student p.sorted_{alphabet}, x.id; starts x.starts, x.id; ends x.ends, x.id; activity a.name {collate}, x.id; site st.name {collate}, x.id; unit u.name {collate}, x.id
SELECT x.id, x.activity AS activity_id, a.name AS activity, i.short_name AS institution, {{placement_columns}}
FROM (
  {if viewer_institution_side}
  (SELECT x.id FROM {{placements_listed}} WHERE x.institution {{my_staffed}} {{placements_choice}} {order} LIMIT :list_end)
  UNION
  {end}
  {if viewer_site_side} ({{placements_of_sites}} {order} LIMIT :list_end) UNION {end}
  {if viewer_takes_part} ({{placements_of_part}} {order} LIMIT :list_end) UNION {end}
  {if viewer_supervisor} ({{placements_supervised}} {order} LIMIT :list_end) UNION {end}
  {if viewer_lecturer} ({{placements_taught}} {order} LIMIT :list_end) UNION {end}
  (SELECT 0 AS id FROM (SELECT 1) nobody WHERE FALSE)
) s
JOIN placement x ON x.id = s.id
JOIN activity a ON a.id = x.activity
JOIN institution i ON i.id = x.institution
{{placement_joined}}
-- total:
{unless viewer_site_side, viewer_takes_part, viewer_supervisor, viewer_lecturer}
SELECT COUNT(*) FROM {{placements_listed}}
WHERE {if viewer_institution_side} x.institution {{my_staffed}} {end} {unless viewer_institution_side} FALSE {end} {{placements_choice}}
{end}
{if viewer_site_side, viewer_takes_part, viewer_supervisor, viewer_lecturer}
SELECT COUNT(*)
FROM (
  {{placements_seen_ids}}
) s
{end}

-- What there is to choose among, when it is more than one.
-- many: sites/site
SELECT st.id, st.name FROM site st WHERE st.id IN ({{viewer_sites}}) {if site} OR st.id = :site {end}
ORDER BY st.name {collate}, st.id

-- many: institutions/institution
SELECT i.id, i.name FROM institution i WHERE i.id IN ({{viewer_institutions}}) ORDER BY i.name {collate}, i.id
