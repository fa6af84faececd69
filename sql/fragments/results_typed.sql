-- What was typed into rows of the results, with what they held before. subject: the candidate or the registration.
JSON_TABLE(:typed, '$[*]' COLUMNS (subject INT UNSIGNED PATH '$.subject', seen INT UNSIGNED PATH '$.seen',
  points DECIMAL(7,2) PATH '$.points', grade TINYINT UNSIGNED PATH '$.grade', examined_on DATE PATH '$.examined_on',
  old_points DECIMAL(7,2) PATH '$.old_points', old_grade TINYINT UNSIGNED PATH '$.old_grade',
  old_examined_on DATE PATH '$.old_examined_on'))
