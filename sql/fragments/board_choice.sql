-- Which students the board shows.
registration r
{{board_row}}
WHERE r.activity = :activity AND r.state = 'registered'
  {if class} AND r.activity_class = :class {end}
  {if unit} AND w.unit = :unit {end}
  {if q} AND (p.name LIKE CONCAT('%', :q, '%') OR u.name LIKE CONCAT('%', :q, '%') OR s.name LIKE CONCAT('%', :q, '%')) {end}
  {if state}
  AND CASE :state WHEN 'placed' THEN w.unit IS NOT NULL
                  WHEN 'unplaced' THEN w.unit IS NULL
                  WHEN 'locked' THEN w.locked = 1
                  WHEN 'unwished' THEN w.unit IS NOT NULL AND r.wishes_at IS NOT NULL AND h.unit IS NULL
                  WHEN 'grouped' THEN r.allocation_group IS NOT NULL
                  WHEN 'too_many' THEN w.unit IN (SELECT t.unit FROM ({{units_taken}}) t WHERE t.remaining < 0)
                  WHEN 'changed' THEN EXISTS (SELECT 1 FROM placement c WHERE c.registration = r.id AND c.ended_on IS NULL
                                              AND NOT c.unit <=> w.unit)
                  ELSE FALSE END
  {end}
