(t.person = :viewer {if viewer_plan_exams} OR p.protected = 0 AND t.institution IN ({{viewer_plans_exams}}) {end})
{if state} AND {{transcript_state}} = :state {end}
{if q} AND (t.name LIKE CONCAT('%', :q, '%') OR t.code = REPLACE(REPLACE(UPPER(:q), '-', ''), ' ', '')) {end}
