CASE WHEN p.handed_in = 0 THEN 'absent' WHEN p.grade IS NOT NULL THEN 'agreed' WHEN p.marks >= x.marks THEN 'disagree'
     WHEN p.marks > 0 THEN 'partly' ELSE 'unmarked' END
