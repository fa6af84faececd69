{if role} AND x.role = :role {end} {if institution} AND x.institution = :institution {end} {if site} AND x.site = :site {end}
