x.activity = :activity
  {if class} AND x.activity_class = :class {end}
  {if state} AND x.state = :state {end}
  {if wishes} AND x.state = 'registered' AND (x.wishes_at IS NOT NULL) = (:wishes = 'in') {end}
  {if placed}
  AND x.state = 'registered'
  AND CASE :placed WHEN 'placed' THEN l.unit IS NOT NULL WHEN 'locked' THEN COALESCE(l.locked, 0) = 1 ELSE l.unit IS NULL END
  {end}
  {if q}
  AND {{registration_named}} AND (p.name LIKE CONCAT('%', :q, '%') OR (p.protected = 0 AND p.email LIKE CONCAT(:q, '%')))
  {end}
