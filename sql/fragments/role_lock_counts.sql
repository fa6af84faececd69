SELECT n.activity FROM activity_count n
WHERE n.activity = (SELECT x.activity FROM person_grant x WHERE x.id = :grant) FOR UPDATE
