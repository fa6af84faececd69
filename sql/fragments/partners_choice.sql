{if viewer_administer} TRUE {end}
{unless viewer_administer} (x.institution IN ({{viewer_planned}}) OR x.site IN ({{viewer_managed_sites}})) {end}
{if state} AND {{partner_state}} = :state {end}
{if institution} AND x.institution = :institution {end}
{if site} AND x.site = :site {end}
{if q} AND (x.name LIKE CONCAT('%', :q, '%') OR i.name LIKE CONCAT('%', :q, '%') OR s.name LIKE CONCAT('%', :q, '%')
            OR x.contact LIKE CONCAT('%', :q, '%')) {end}
