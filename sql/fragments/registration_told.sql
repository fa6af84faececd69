-- What of the registration was shared, so whom a change of it concerns.
SELECT CASE WHEN c.ended_on IS NOT NULL OR c.ends < CAST(:today AS DATE) THEN 'over' WHEN c.starts > CAST(:today AS DATE) THEN 'coming'
            ELSE 'now' END AS stage,
       {{registration_placed}}
