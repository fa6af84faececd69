-- one: activity
{{activity_head}}
JOIN activity_class k ON k.activity = a.id
WHERE k.id = :class

-- one: class
SELECT k.id, k.letter, k.starts, k.ends, k.places_wanted FROM activity_class k WHERE k.id = :class

-- maybe: prefill
SELECT k.version FROM activity_class k WHERE k.id = :class

-- step: lock_counts
SELECT n.activity FROM activity_count n
WHERE n.activity = (SELECT k.activity FROM activity_class k WHERE k.id = :class) FOR UPDATE

-- step: lock
SELECT 'class' AS thing, k.* FROM activity_class k WHERE k.id = :class FOR UPDATE

-- step: lock_activity
{{activity_lock}}

-- People who were given a role in the class keep it from being removed.
-- step: grants
SELECT COUNT(*) AS grants FROM person_grant g WHERE g.activity = :activity AND g.activity_class = :class

-- step: delete
DELETE FROM activity_class WHERE id = :class

-- step: clear_occurrences
DELETE FROM occurrence WHERE activity = :activity

-- step: occurrences
{{occurrences}}
