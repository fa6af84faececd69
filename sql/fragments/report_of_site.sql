-- The same orders, those to the viewer's own sites alone.
{{report_orders}} {if viewer_site_side} AND o.site IN ({{viewer_sites}}) {end} {unless viewer_site_side} AND FALSE {end}
