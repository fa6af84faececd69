-- What placement x is assessed by, with what was found; the caller says of which assessment: 'midway' or 'final', and then
-- assessment_criteria_asked.
SELECT c.id, IF(:lang = 'en', COALESCE(c.text_en, c.text), c.text) AS text, k.verdict, k.comment
FROM placement x
JOIN activity a ON a.id = x.activity
JOIN course_instance ci ON ci.id = a.course_instance
JOIN criterion c ON c.institution = x.institution AND c.course = ci.course
LEFT JOIN (assessment s JOIN assessment_criterion k ON k.assessment = s.id)
  ON s.registration = x.registration AND k.criterion = c.id AND s.kind =
