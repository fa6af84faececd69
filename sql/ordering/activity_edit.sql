-- one: activity
{{activity_head}}
WHERE a.id = :activity

-- maybe: prefill
SELECT a.name, a.starts, a.ends, a.places_wanted, a.details, a.version FROM activity a WHERE a.id = :activity

-- step: lock_counts
{{lock_counts_and_plan}}

-- step: lock
{{activity_lock}}

-- step: classes
SELECT COALESCE(SUM(k.places_wanted), 0) AS places, MIN(k.starts) AS starts, MAX(k.ends) AS ends
FROM activity_class k WHERE k.activity = :activity

-- step: update
UPDATE activity SET name = :name, starts = :starts, ends = :ends, places_wanted = :places_wanted, details = :details,
  version = version + 1
WHERE id = :activity

-- step: clear_occurrences
DELETE FROM occurrence WHERE activity = :activity

-- step: occurrences
{{occurrences}}
