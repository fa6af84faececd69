-- one: institution
SELECT id, name FROM institution WHERE id = :institution

-- maybe: prefill
SELECT answer_days, first_reminder_days, second_reminder_days, escalation_days, reminders_digest, version
FROM institution WHERE id = :institution

-- step: lock
SELECT 'institution' AS thing, id, version, answer_days, first_reminder_days, second_reminder_days, escalation_days,
  reminders_digest
FROM institution WHERE id = :institution FOR UPDATE

-- step: check
SELECT 'second_reminder_days' AS field, 'error.second_reminder_first' AS error FROM DUAL
  WHERE :second_reminder_days >= :first_reminder_days

-- step: update
UPDATE institution SET answer_days = :answer_days, first_reminder_days = :first_reminder_days,
  second_reminder_days = :second_reminder_days, escalation_days = :escalation_days,
  reminders_digest = COALESCE(:reminders_digest, 0), version = version + 1
WHERE id = :institution
