(:role IS NULL OR x.role = :role)
    AND (:institution IS NULL OR x.institution = :institution) AND (:site IS NULL OR x.site = :site)
