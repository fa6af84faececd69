SELECT (SELECT COUNT(*) FROM occurrence c WHERE c.institution IN ({{viewer_taught}}) AND {{calendar_inside_choice}})
     + (SELECT COUNT(*) FROM ({{calendar_outside}}) t JOIN occurrence c ON c.activity = t.activity
        WHERE {{calendar_outside_choice}})
