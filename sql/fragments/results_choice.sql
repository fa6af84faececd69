-- Which rows of the results are shown. v: results_of_session or results_of_activity.
{{results_found}}
{if state} AND v.state = :state {end}
{if grade} AND v.grade = :grade {end}
