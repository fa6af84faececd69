-- maybe: place
SELECT x.version, x.institution, NULL AS site, (SELECT g.activity FROM registration g WHERE g.id = x.registration) AS activity
FROM result x WHERE x.id = :id

-- What a final assessment proposes of a placement period: the draft of its registration (fcgi/workflow/results.h).

-- step: proposed
SELECT r.id, r.state, r.examined_on,
       (SELECT sg.symbol FROM scale_grade sg WHERE sg.scale_version = r.scale_version AND sg.position = r.grade) AS symbol
FROM result r WHERE r.registration = :registration FOR UPDATE

-- Pass and fail are the first grade of the scale that means it.
-- step: insert
INSERT INTO result (institution, person, course_instance, registration, scale_version, grade, examined_on)
SELECT x.institution, x.person, a.course_instance, x.id, v.id,
       (SELECT MIN(sg.position) FROM scale_grade sg WHERE sg.scale_version = v.id AND sg.passed = :passed), :examined_on
FROM registration x
JOIN activity a ON a.id = x.activity
JOIN (SELECT {{placement_scale}} AS id) v
WHERE x.id = :registration

-- step: update
UPDATE result r
SET r.grade = (SELECT MIN(sg.position) FROM scale_grade sg WHERE sg.scale_version = r.scale_version AND sg.passed = :passed),
    r.examined_on = :examined_on, r.version = r.version + 1
WHERE r.registration = :registration AND r.state = 'draft'
