-- Where :person is to have :role: in :class and, when asked for, the other classes; in the activity when it has none. Not where
-- they have it on some of these days already.
SELECT k.id AS class, k.letter
FROM activity a LEFT JOIN activity_class k ON k.activity = a.id
WHERE a.id = :activity AND (k.id IS NULL OR k.id = :class OR :other_classes = 1)
  AND NOT EXISTS (SELECT 1 FROM person_grant x
                  WHERE x.activity = a.id AND x.person = :person AND x.role = :role AND x.site <=> :site
                    AND (x.activity_class IS NULL OR x.activity_class = k.id)
                    AND x.valid_from <= :valid_to AND (x.valid_to IS NULL OR x.valid_to >= :valid_from))
ORDER BY k.letter
