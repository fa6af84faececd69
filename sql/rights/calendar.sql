-- An address of a calendar is its person's alone.
-- maybe: rights
SELECT 1 AS view FROM private_address k
WHERE k.id = :calendar AND k.person = :viewer AND k.purpose IN ('calendar', 'place_calendar') AND k.ended_at IS NULL
