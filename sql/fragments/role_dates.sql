-- What is wrong with a role in :activity, maybe its :class, from :valid_from to :valid_to.
SELECT 'valid_to' AS field, 'error.end_before_start' AS error FROM DUAL WHERE :valid_to < :valid_from
UNION ALL SELECT 'valid_to', 'error.past' FROM DUAL WHERE :valid_to >= :valid_from AND :valid_to < :today
UNION ALL
SELECT w.field, w.error
FROM (SELECT COALESCE(k.starts, a.starts) AS starts, COALESCE(k.ends, a.ends) AS ends
      FROM activity a LEFT JOIN activity_class k ON k.activity = a.id AND k.id = :class
      WHERE a.id = :activity) d
JOIN (SELECT 'valid_from' AS field, 'error.role_too_early' AS error
      UNION ALL SELECT 'valid_from', 'error.role_after_activity'
      UNION ALL SELECT 'valid_to', 'error.role_before_activity'
      UNION ALL SELECT 'valid_to', 'error.role_too_late') w
  ON CASE w.error WHEN 'error.role_too_early' THEN :valid_from < d.starts - INTERVAL 366 DAY
                  WHEN 'error.role_after_activity' THEN :valid_from > d.ends
                  WHEN 'error.role_before_activity' THEN :valid_to >= :valid_from AND :valid_to < d.starts
                  ELSE :valid_to > d.ends + INTERVAL 92 DAY END
