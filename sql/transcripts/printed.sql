-- A transcript on paper.
-- one: transcript
{{transcript_head}}
WHERE t.id = :transcript

-- many: results/result
{{transcript_results}}
WHERE t.id = :transcript ORDER BY tr.number

-- The grades that its scales have, the best first: what is a pass, what is not.
-- many: scales/scale
SELECT sg.scale_version AS id, GROUP_CONCAT(IF(sg.passed, {{grade_symbol}}, NULL) ORDER BY sg.position DESC SEPARATOR ', ') AS passes,
       GROUP_CONCAT(IF(sg.passed, NULL, {{grade_symbol}}) ORDER BY sg.position DESC SEPARATOR ', ') AS fails
FROM scale_grade sg
WHERE sg.scale_version IN (SELECT d.scale_version FROM transcript_result tr JOIN result_decision d ON d.result = tr.result AND d.number = tr.decision
                           WHERE tr.transcript = :transcript)
GROUP BY sg.scale_version ORDER BY sg.scale_version
