{{calendar_choice}}
  AND (:site IS NULL OR EXISTS (SELECT 1 FROM placement_order fo WHERE fo.activity = c.activity AND fo.site = :site))
  AND (COALESCE(:status, 'all') = 'all'
       OR (SELECT {{occurrence_status}} = :status
           FROM activity a JOIN activity_count n ON n.activity = a.id WHERE a.id = c.activity))
