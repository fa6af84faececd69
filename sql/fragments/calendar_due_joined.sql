{if status, programme} JOIN activity a ON a.id = o.activity JOIN activity_count n ON n.activity = o.activity {end}
