SELECT vo.id FROM placement_order vo WHERE vo.institution IN ({{viewer_institutions}})
UNION SELECT vo.id FROM placement_order vo WHERE vo.state <> 'draft' AND vo.site IN ({{viewer_sites}})
