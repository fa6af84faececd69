-- one: placement
{{assessment_head}} WHERE x.id = :placement

-- many: criteria/criterion
{{assessment_criteria}} 'midway'
{{assessment_criteria_asked}}

-- maybe: assessment
{{assessment_state}} 'midway'

-- maybe: prefill
{{assessment_prefill}} 'midway'

-- many: prefill_each/prefill
{{assessment_prefill_criteria}} 'midway'

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
