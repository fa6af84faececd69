(x.institution IN ({{viewer_planned}}) OR x.site IN ({{viewer_managed_sites}}) OR {{viewer_administers}})
