-- k: the events of a row about a student, what they are when undone, and which of its changes each tells (numbers of notes): where
-- one lives is not told with the class, which more people read.
(SELECT 'registration.created' AS kind, 'registration.removed' AS undone, NULL AS first, NULL AS last
 UNION ALL SELECT 'registration.moved', 'registration.moved', 1, 1
 UNION ALL SELECT 'registration.home_changed', 'registration.home_changed', 2, 3
 UNION ALL SELECT 'registration.resumed', 'registration.withdrawn', 4, 4) k
