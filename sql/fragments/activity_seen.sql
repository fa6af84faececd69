-- How the viewer stands to :activity's institution; one row, found once.
(SELECT MAX(va.institution IN ({{viewer_taught}})) AS inside, MAX(va.institution IN ({{viewer_institutions}})) AS staffed
 FROM activity va WHERE va.id = :activity)
