-- Whether the viewer sees every site's roles in :activity: who works or teaches at its institution.
(SELECT va.institution IN ({{viewer_taught}}) {if viewer_takes_part} OR va.institution IN ({{viewer_coordinated_here}}) {end}
 FROM activity va WHERE va.id = :activity)
