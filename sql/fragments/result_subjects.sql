-- Candidates or registrations, "[17,18]".
JSON_TABLE(:subjects, '$[*]' COLUMNS (subject INT UNSIGNED PATH '$'))
