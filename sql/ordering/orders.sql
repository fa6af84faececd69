-- Both sides' list: the institution's staff see their own orders, a site those it was sent. As in calendar/list.sql the ids
-- come first; what neither the chosen order nor a filter asks for is not joined there (LEFT JOIN to a key falls away).
-- list: orders/order
-- columns: activity, institution, site, state, places, places_confirmed, starts, ends, sent_at, due_on, answered_at
-- sort: -sent_at o.sent_at, o.id; activity a.name {collate}, o.id; institution i.name {collate}, o.id; site s.name {collate}, o.id; state o.state, o.answer, o.id; places o.places, o.id; places_confirmed o.places_confirmed, o.id; starts a.starts, o.id; ends a.ends, o.id; due_on o.due_on, o.id; answered_at o.answered_at, o.id
SELECT o.id, o.activity AS activity_id, a.name AS activity, a.starts, a.ends, a.term, o.site AS site_id, s.name AS site,
       i.name AS institution, i.short_name AS institution_short, {{order_state}} AS state, o.places,
       IF(o.state IN ('answered', 'closed'), o.places_confirmed, NULL) AS places_confirmed, DATE(o.sent_at) AS sent_at, o.due_on,
       DATE(o.answered_at) AS answered_at, {{order_overdue}} AS overdue,
       IF(o.state = 'sent', GREATEST(DATEDIFF(:today, o.due_on), 0), NULL) AS days_late
FROM (
  {if viewer_institution_side}
  (SELECT o.id
   FROM {{orders_joined}}
   WHERE o.institution {{my_staffed}} {{orders_choice}}
   {order} LIMIT :list_end)
  {end}
  {if viewer_site_side}
  {if viewer_institution_side} UNION {end}
  (SELECT o.id
   FROM {{orders_joined}}
   WHERE o.site IN ({{viewer_answers}}) AND o.state <> 'draft' {{orders_choice}}
   {order} LIMIT :list_end)
  {end}
  {unless viewer_institution_side, viewer_site_side} SELECT 0 AS id FROM (SELECT 1) nobody WHERE FALSE {end}
) v
JOIN placement_order o ON o.id = v.id
JOIN activity a ON a.id = o.activity
JOIN institution i ON i.id = o.institution
JOIN site s ON s.id = o.site
-- total:
SELECT 0
  {if viewer_institution_side}
  + (SELECT COUNT(*) FROM {{orders_joined}} WHERE o.institution {{my_staffed}} {{orders_choice}})
  {end}
  {if viewer_site_side}
  + (SELECT COUNT(*) FROM {{orders_joined}}
     WHERE o.site IN ({{viewer_answers}}) AND o.state <> 'draft' {{orders_choice}}
       {if viewer_institution_side} AND NOT o.institution {{my_staffed}} {end})
  {end}

-- many: terms/term
{{viewer_terms}}

-- What there is to choose among, when it is more than one.
-- many: institutions/institution
SELECT i.id, i.name FROM institution i
WHERE i.id IN ({{viewer_institutions}})
   {if viewer_site_side}
   OR i.id IN (SELECT o.institution FROM placement_order o WHERE o.state <> 'draft' AND o.site IN ({{viewer_answers}}))
   {end}
ORDER BY i.name {collate}

-- many: sites/site
{{sites_offered}}
