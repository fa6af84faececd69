SELECT n.activity FROM activity_count n
WHERE n.activity = (SELECT o.activity FROM placement_order o WHERE o.id = :order) FOR UPDATE
