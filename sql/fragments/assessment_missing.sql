-- What is still wanted of placement x as of today, or NULL: s and f are its midway and final assessment (with institution i, whose days
-- decide how early it is asked for).
CASE WHEN COALESCE(f.state, 'draft') = 'draft' AND COALESCE(x.ended_on, x.ends) - INTERVAL i.assess_reminder_days DAY <= CAST(:today AS DATE) THEN 'final'
     WHEN COALESCE(s.state, 'draft') = 'draft' AND f.id IS NULL AND x.ended_on IS NULL
          AND {{midway_due}} - INTERVAL i.assess_reminder_days DAY <= CAST(:today AS DATE) THEN 'midway' END
