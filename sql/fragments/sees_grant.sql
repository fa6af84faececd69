(x.institution IN ({{viewer_institutions}}) OR x.site IN ({{viewer_managed_sites}}) OR {{viewer_administers}})
