-- The changes of the share of :event as :viewer is told of them: of each student the unit where they come to the viewer (is_in),
-- where they go from the viewer (is_out), or where something about them changed (is_same).
SELECT c.registration, u.id AS unit, u.name AS unit_name, st.id AS site, st.name AS site_name,
       k.side = 'new' AND NOT (v.old_seen AND c.old_unit <=> c.new_unit) AS is_in,
       k.side = 'old' AS is_out,
       k.side = 'new' AND v.old_seen AND c.old_unit <=> c.new_unit AS is_same
FROM share s
JOIN share_change c ON c.share = s.id
JOIN (SELECT c.share, c.registration,
             COALESCE(c.old_site IN (SELECT g.site FROM h g), 0) OR c.old_supervisor <=> :viewer OR c.old_lecturer <=> :viewer AS old_seen,
             COALESCE(c.new_site IN (SELECT g.site FROM h g), 0) OR c.new_supervisor <=> :viewer OR c.new_lecturer <=> :viewer AS new_seen
      FROM share s JOIN share_change c ON c.share = s.id WHERE s.event = :event) v
  ON v.share = c.share AND v.registration = c.registration
JOIN (SELECT 'old' AS side UNION ALL SELECT 'new') k
JOIN unit u ON u.id = IF(k.side = 'new', c.new_unit, c.old_unit)
JOIN site st ON st.id = u.site
WHERE s.event = :event
  AND IF(k.side = 'new', v.new_seen, v.old_seen AND NOT (v.new_seen AND c.old_unit <=> c.new_unit))
