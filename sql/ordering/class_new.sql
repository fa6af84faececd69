-- one: activity
{{activity_head}}
WHERE a.id = :activity

-- many: classes/class
SELECT k.id, k.letter, k.starts, k.ends, k.places_wanted FROM activity_class k WHERE k.activity = :activity ORDER BY k.letter

-- The next free letter, the activity's period, the places no class has yet.
-- maybe: prefill
SELECT (SELECT CHAR(ASCII(l.letter) + 1) FROM (SELECT '@' AS letter UNION ALL
                                               SELECT k.letter FROM activity_class k WHERE k.activity = :activity) l
        WHERE NOT EXISTS (SELECT 1 FROM activity_class f
                          WHERE f.activity = :activity AND ASCII(f.letter) = ASCII(l.letter) + 1)
        ORDER BY ASCII(l.letter) LIMIT 1) AS letter,
       a.starts, a.ends,
       NULLIF(GREATEST(CAST(a.places_wanted AS SIGNED) - (SELECT COALESCE(SUM(k.places_wanted), 0) FROM activity_class k
                                                WHERE k.activity = a.id), 0), 0) AS places_wanted, 0 AS version
FROM activity a WHERE a.id = :activity

-- step: lock_counts
{{lock_counts}}

-- step: lock
{{activity_lock}}

-- step: others
SELECT COALESCE(SUM(k.places_wanted), 0) AS places FROM activity_class k WHERE k.activity = :activity

-- step: insert
INSERT INTO activity_class (activity, letter, starts, ends, places_wanted)
VALUES (:activity, :letter, :starts, :ends, :places_wanted)

-- step: clear_occurrences
DELETE FROM occurrence WHERE activity = :activity

-- step: occurrences
{{occurrences}}
