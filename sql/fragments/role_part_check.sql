-- What is wrong with :class, and with a role that the person has already wherever it was to be given.
SELECT 'class' AS field, 'error.required' AS error FROM DUAL
WHERE :class IS NULL AND EXISTS (SELECT 1 FROM activity_class k WHERE k.activity = :activity)
UNION ALL SELECT 'class', 'error.not_among' FROM DUAL
WHERE :class IS NOT NULL AND NOT EXISTS (SELECT 1 FROM activity_class k WHERE k.activity = :activity AND k.id = :class)
UNION ALL
{{role_dates}}
