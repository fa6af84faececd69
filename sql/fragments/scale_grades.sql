-- The grades of version sv, the best first: "A, B, C".
(SELECT GROUP_CONCAT({{grade_symbol}} ORDER BY sg.position DESC SEPARATOR ', ') FROM scale_grade sg WHERE sg.scale_version = sv.id)
