(SELECT GROUP_CONCAT(CONCAT(mp.name, ': ', CONCAT_WS(' ', REPLACE(m.points, '.', {{decimal_sign}}),
                                                     COALESCE({{grade_symbol}}, '–'))) ORDER BY mp.name, mp.id SEPARATOR ' · ')
 FROM mark m
 JOIN person mp ON mp.id = m.person
 LEFT JOIN scale_grade sg ON sg.scale_version = s.scale_version AND sg.position = m.grade
 WHERE m.exam = p.exam AND m.code = p.code)
