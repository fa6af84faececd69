SELECT n.activity FROM activity_count n WHERE n.activity = :activity FOR UPDATE
