{{calendar_choice}}
  {if status} AND (:status = 'all'
                   OR (SELECT {{occurrence_own_status}} = :status
                       FROM activity a JOIN activity_count n ON n.activity = a.id
                       LEFT JOIN ({{own_orders}}) w ON w.activity = a.id WHERE a.id = c.activity)) {end}
