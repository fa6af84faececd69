-- Every site's units. The page's units first, what it shows of them after.
-- list: units/unit
-- columns: name, above, site, municipality, closed_on
-- sort: name u.name {collate}, u.id; site s.name {collate}, u.name {collate}, u.id
SELECT u.id, u.name, a.name AS above, u.site AS site_id, s.name AS site, m.name AS municipality, u.closed_on, (u.closed_on <= :today) AS closed
FROM (
  SELECT u.id FROM unit u JOIN site s ON s.id = u.site WHERE {{units_choice}}
  {order} LIMIT :list_rows OFFSET :list_skip
) v
JOIN unit u ON u.id = v.id
JOIN site s ON s.id = u.site
LEFT JOIN unit a ON a.id = u.parent
LEFT JOIN municipality m ON m.number = COALESCE(u.municipality, s.municipality)
-- total:
SELECT COUNT(*) FROM unit u WHERE {{units_choice}}
