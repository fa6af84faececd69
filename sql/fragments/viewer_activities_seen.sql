SELECT so.activity FROM placement_order so WHERE so.state <> 'draft' AND so.site IN ({{viewer_sites}})
UNION {{viewer_activities}}
