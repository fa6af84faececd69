(a.institution IN ({{viewer_institutions}}) OR a.site IN ({{viewer_sites}}) OR {{viewer_administers}})
