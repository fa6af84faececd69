-- An activity's allocation as it was shared: the institution sees all of it, a site its own, supervisors and lecturers theirs. Before it
-- was shared there is nothing here; what the institution works on stands above it, for those who may see that.
-- one: activity
{{activity_head}}
WHERE a.id = :activity

-- maybe: workbench
{{allocation_workbench}}

-- Which wishes what was shared fulfilled: for those who see the wishes too.
-- many: fulfilled/wish
SELECT z.wish, COUNT(*) AS students
FROM ({{wish_fulfilled}}
      WHERE r.activity = :activity AND r.state = 'registered'
        AND {unless viewer_institution_side} FALSE {end} {if viewer_institution_side} r.institution {{my_staffed}} {end}) z
GROUP BY z.wish ORDER BY FIELD(z.wish, '1', '2', '3', 'later', 'none', 'unsaid', 'unplaced')

-- many: classes/class
SELECT k.id, k.letter AS name FROM activity_class k WHERE k.activity = :activity ORDER BY k.letter

-- What there is to choose among.
-- many: sites/site
SELECT st.id, st.name FROM site st
WHERE st.id IN (SELECT x.site FROM placement x WHERE x.activity = :activity AND {{placements_seen_here}})
ORDER BY st.name {collate}, st.id

-- list: placements/placement
-- columns: student, class, site, unit, supervisor, lecturer, starts, ends, ended_on, student_email, student_phone, supervisor_email, lecturer_email
-- sort: student p.sorted_{alphabet}, x.id; class k.letter, p.sorted_{alphabet}, x.id; site st.name {collate}, u.name {collate}, p.sorted_{alphabet}, x.id; unit u.name {collate}, p.sorted_{alphabet}, x.id; supervisor v.sorted_{alphabet}, p.sorted_{alphabet}, x.id; lecturer l.sorted_{alphabet}, p.sorted_{alphabet}, x.id
SELECT x.id, {{placement_columns}}
FROM placement x
{{placement_joined}}
WHERE x.activity = :activity AND {{placements_seen_here}}
  {if class} AND r.activity_class = :class {end}
  {if site} AND x.site = :site {end}
  {if state} AND CASE :state WHEN 'no_supervisor' THEN x.supervisor IS NULL AND x.ended_on IS NULL
                             WHEN 'no_lecturer' THEN x.lecturer IS NULL AND x.ended_on IS NULL
                             WHEN 'broken_off' THEN x.ended_on IS NOT NULL ELSE FALSE END {end}
  {if q} AND ({{placement_student_named}} AND p.name LIKE CONCAT('%', :q, '%') OR u.name LIKE CONCAT('%', :q, '%')
              OR st.name LIKE CONCAT('%', :q, '%') OR v.protected = 0 AND v.name LIKE CONCAT('%', :q, '%')) {end}
