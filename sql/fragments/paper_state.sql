CASE WHEN p.handed_in = 0 THEN 'absent' WHEN p.grade IS NOT NULL THEN 'agreed' WHEN {{paper_marks}} >= x.marks THEN 'disagree'
     WHEN {{paper_marks}} > 0 THEN 'partly' ELSE 'unmarked' END
