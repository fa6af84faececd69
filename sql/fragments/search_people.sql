SELECT p.id AS person, 0 AS scope FROM person p
WHERE TRUE {if person} AND p.id = :person {end} {if grant} AND p.id = (SELECT x.person FROM person_grant x WHERE x.id = :grant) {end}
  {if import_people} AND p.id IN ({{search_import_people}}) {end}
UNION
SELECT x.person, x.institution FROM person_grant x
WHERE x.institution IS NOT NULL
  {if person} AND x.person = :person {end} {if grant} AND x.person = (SELECT x.person FROM person_grant x WHERE x.id = :grant) {end}
  {if import_people} AND x.person IN ({{search_import_people}}) {end}
