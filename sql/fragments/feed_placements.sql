-- What was shared of allocations, of a partner's side; of who is protected nothing leaves, though they count for the page. Here and in
-- the next ones rows are read in the order of their ids: without sorting, so that the first leave at once.
FROM placement x {if partner_institution} FORCE INDEX (PRIMARY) {end}
WHERE TRUE
  {if partner_institution} AND x.institution = :partner_institution {end}
  {if partner_site} AND x.site = :partner_site {end}
  {unless partner_institution, partner_site} AND FALSE {end}
  {if since}
  AND (x.row_start >= :since OR {{feed_people_since}}
       OR EXISTS (SELECT 1 FROM person fq WHERE fq.id IN (x.supervisor, x.lecturer) AND fq.row_start >= :since)
       OR EXISTS (SELECT 1 FROM registration fr WHERE fr.id = x.registration AND fr.row_start >= :since))
  {end}
