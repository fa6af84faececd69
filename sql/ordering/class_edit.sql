-- one: activity
{{activity_head}}
JOIN activity_class k ON k.activity = a.id
WHERE k.id = :class

-- one: class
SELECT k.id, k.letter, k.starts, k.ends, k.places_wanted FROM activity_class k WHERE k.id = :class

-- maybe: prefill
SELECT k.letter, k.starts, k.ends, k.places_wanted, k.version FROM activity_class k WHERE k.id = :class

-- step: lock_counts
SELECT n.activity FROM activity_count n STRAIGHT_JOIN allocation_plan p ON p.activity = n.activity
WHERE n.activity = (SELECT k.activity FROM activity_class k WHERE k.id = :class) FOR UPDATE

-- step: lock
SELECT 'class' AS thing, k.* FROM activity_class k WHERE k.id = :class FOR UPDATE

-- step: lock_activity
{{activity_lock}}

-- step: others
SELECT COALESCE(SUM(k.places_wanted), 0) AS places FROM activity_class k WHERE k.activity = :activity AND k.id <> :class

-- step: update
UPDATE activity_class SET letter = :letter, starts = :starts, ends = :ends, places_wanted = :places_wanted,
  version = version + 1
WHERE id = :class

-- step: clear_occurrences
DELETE FROM occurrence WHERE activity = :activity

-- step: occurrences
{{occurrences}}
