-- What the viewer had printed in the last week.
-- list: prints/print
-- columns: title, state=print_state, pages, language, asked_at
-- sort: -asked_at p.id; title p.title {collate}, p.id
SELECT p.id, p.area, p.name, p.title, {{print_state}} AS state, p.pages, p.lang AS language, p.asked_at
FROM print p
{{print_job}}
WHERE p.person = :viewer
  {if q} AND p.title LIKE CONCAT('%', :q, '%') {end}
