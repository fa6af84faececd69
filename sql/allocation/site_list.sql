-- Students in placement, a sheet a site, to print.
-- one: list
{{placements_printed_count}}

-- many: placements/placement
{{placements_printed}}
ORDER BY st.name {collate}, st.id, u.name {collate}, u.id, x.starts, p.sorted_{alphabet}, x.id LIMIT 5000
