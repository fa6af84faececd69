-- Scales that a module of institution x may be given: its own and everybody's that are not closed.
SELECT sc.id, CONCAT({{scale_name}}, ' (', {{scale_grades}}, ')') AS name
FROM grading_scale sc JOIN scale_version sv ON sv.grading_scale = sc.id AND sv.number = sc.latest
