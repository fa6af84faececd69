n.id = :instance
  {if cohort} AND t.programme = c.programme AND t.cohort = :cohort {end}
  {unless q, cohort} AND t.programme = c.programme {end}
  {if q} AND (p.name LIKE CONCAT('%', :q, '%') OR p.email LIKE CONCAT(:q, '%')) {end}
