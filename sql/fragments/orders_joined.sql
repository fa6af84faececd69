placement_order o
   LEFT JOIN activity a ON a.id = o.activity
   LEFT JOIN site s ON s.id = o.site
   LEFT JOIN institution i ON i.id = o.institution
