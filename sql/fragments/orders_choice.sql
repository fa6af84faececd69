{if state} AND ({{order_state}} = :state OR (:state = 'overdue' AND {{order_overdue}})) {end}
  {if institution} AND o.institution = :institution {end}
  {if site} AND o.site = :site {end}
  {if term} AND a.term = :term {end}
  {if q} AND (a.name LIKE CONCAT('%', :q, '%') OR s.name LIKE CONCAT('%', :q, '%')) {end}
