-- lock_counts, then the plan of its allocation: for what also changes what was shared.
SELECT n.activity FROM activity_count n STRAIGHT_JOIN allocation_plan p ON p.activity = n.activity WHERE n.activity = :activity FOR UPDATE
