{{party_to_agreement}}
{if institution} AND a.institution = :institution {end} {if site} AND a.site = :site {end}
{if q} AND (s.name LIKE CONCAT('%', :q, '%') OR i.name LIKE CONCAT('%', :q, '%')
            OR a.reference LIKE CONCAT('%', :q, '%')) {end}
