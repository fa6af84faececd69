{{calendar_choice}}
  {if site} AND EXISTS (SELECT 1 FROM placement_order fo WHERE fo.activity = c.activity AND fo.site = :site) {end}
  {if status} AND (:status = 'all'
                   OR (SELECT {{occurrence_status}} = :status
                       FROM activity a JOIN activity_count n ON n.activity = a.id WHERE a.id = c.activity)) {end}
