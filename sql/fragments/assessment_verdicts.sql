-- What was found by each criterion (k), in words c: for pages of given assessments.
SELECT k.assessment, IF(:lang = 'en', COALESCE(c.text_en, c.text), c.text) AS text, k.verdict, k.comment
FROM assessment s
JOIN assessment_criterion k ON k.assessment = s.id
JOIN criterion c ON c.id = k.criterion
