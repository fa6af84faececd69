-- Which rows of the results are shown. open: what is left to enter, untouched or a draft. v: results_of_session or results_of_activity.
{{results_found}}
{if state} AND (v.state = :state OR :state = 'open' AND v.state IN ('untouched', 'draft')) {end}
{if grade} AND v.grade = :grade {end}
