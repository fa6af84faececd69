-- Students in placement, a sheet a supervisor, to print; those without one at the end. Who is protected has no sheet, but their students
-- are on the last.
-- one: list
{{placements_printed_count}}

-- many: placements/placement
{{placements_printed}}
ORDER BY v.id IS NULL OR v.protected = 1, IF(v.protected = 0, v.sorted_{alphabet}, NULL), IF(v.protected = 0, v.id, NULL), x.starts, p.sorted_{alphabet}, x.id LIMIT 5000
