-- What a session's details break, each with its field: no more than what goes with what was chosen.
SELECT 'starts_on' AS field, 'error.required' AS error FROM DUAL WHERE :date_mode <> 'none' AND :starts_on IS NULL
UNION ALL SELECT 'starts_at', 'error.required' FROM DUAL WHERE :date_mode <> 'none' AND :starts_at IS NULL
UNION ALL SELECT 'ends_on', 'error.required' FROM DUAL WHERE :date_mode = 'period' AND :ends_on IS NULL
UNION ALL SELECT 'ends_at', 'error.required' FROM DUAL WHERE :date_mode <> 'none' AND :ends_at IS NULL
UNION ALL SELECT 'starts_on', 'error.period_far' FROM DUAL
  WHERE :date_mode <> 'none' AND ABS(YEAR(:starts_on) - YEAR(:today)) > 10
UNION ALL SELECT 'ends_on', 'error.end_before_start' FROM DUAL
  WHERE :date_mode = 'period' AND CAST(:ends_on AS DATE) < CAST(:starts_on AS DATE)
UNION ALL SELECT 'ends_on', 'error.period_too_long' FROM DUAL
  WHERE :date_mode = 'period' AND CAST(:ends_on AS DATE) > CAST(:starts_on AS DATE) + INTERVAL 366 DAY
UNION ALL SELECT 'ends_at', 'error.exam_ends_before' FROM DUAL
  WHERE (:date_mode = 'day' OR :date_mode = 'period' AND CAST(:ends_on AS DATE) = CAST(:starts_on AS DATE))
    AND CAST(:ends_at AS TIME) <= CAST(:starts_at AS TIME)
UNION ALL SELECT 'code_prefix', 'error.code_prefix' FROM DUAL
  WHERE :anonymous = 1 AND BINARY :code_prefix NOT REGEXP '^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$'
UNION ALL SELECT 'registers_from', 'error.required' FROM DUAL WHERE :registration = 1 AND :registers_from IS NULL
UNION ALL SELECT 'registers_to', 'error.required' FROM DUAL WHERE :registration = 1 AND :registers_to IS NULL
UNION ALL SELECT 'registers_to', 'error.end_before_start' FROM DUAL
  WHERE :registration = 1 AND CAST(:registers_to AS DATE) < CAST(:registers_from AS DATE)
UNION ALL SELECT 'registers_from', 'error.registers_after_exam' FROM DUAL
  WHERE :registration = 1 AND :date_mode <> 'none' AND CAST(:registers_from AS DATE) > CAST(:starts_on AS DATE)
UNION ALL SELECT 'registers_to', 'error.registers_after_exam' FROM DUAL
  WHERE :registration = 1 AND :date_mode <> 'none' AND CAST(:registers_from AS DATE) <= CAST(:starts_on AS DATE)
    AND CAST(:registers_to AS DATE) > CAST(:starts_on AS DATE)
