-- one: institution
SELECT id, name FROM institution WHERE id = :institution

-- maybe: prefill
SELECT country, results_days, resit_days, doubt_days, doubt_short_days, assess_reminder_days, version FROM institution WHERE id = :institution

-- step: lock
SELECT 'institution' AS thing, id, version, country, results_days, resit_days, doubt_days, doubt_short_days, assess_reminder_days
FROM institution WHERE id = :institution FOR UPDATE

-- step: check
SELECT NULL AS field, NULL AS error FROM DUAL WHERE FALSE

-- step: update
UPDATE institution SET country = :country, results_days = :results_days, resit_days = :resit_days, doubt_days = :doubt_days,
  doubt_short_days = :doubt_short_days, assess_reminder_days = :assess_reminder_days, version = version + 1
WHERE id = :institution
