-- doubts: how many warnings were given; of a student who fails there should be one.
-- one: placement
{{assessment_head}} WHERE x.id = :placement

-- one: warned
SELECT COUNT(d.id) AS doubts FROM placement x LEFT JOIN doubt d ON d.registration = x.registration WHERE x.id = :placement

-- What was found halfway, once it was given.
-- maybe: midway
SELECT s.id, s.passed, s.text, s.given_at FROM placement x
JOIN assessment s ON s.registration = x.registration AND s.kind = 'midway' AND s.state <> 'draft'
WHERE x.id = :placement

-- many: earlier/criterion
SELECT k.criterion AS id, k.verdict, k.comment FROM placement x
JOIN assessment s ON s.registration = x.registration AND s.kind = 'midway' AND s.state <> 'draft'
JOIN assessment_criterion k ON k.assessment = s.id
WHERE x.id = :placement

-- many: criteria/criterion
{{assessment_criteria}} 'final'
{{assessment_criteria_asked}}

-- maybe: assessment
{{assessment_state}} 'final'

-- maybe: prefill
{{assessment_prefill}} 'final'

-- many: prefill_each/prefill
{{assessment_prefill_criteria}} 'final'

-- step: place
{{assessment_place}}

-- step: lock
{{assessment_lock}}

-- step: found
{{assessment_found}}

-- step: asked
{{assessment_asked}}

-- step: insert
{{assessment_insert}}

-- step: update
{{assessment_update}}

-- step: clear
{{assessment_clear}}

-- step: verdict
{{assessment_verdict}}
