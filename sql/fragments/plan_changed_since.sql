-- What somebody else has set of :activity's plan since the form's :version. The plan's version alone does not say: each student who hands
-- in wishes raises it.
SELECT e.id FROM event e
WHERE e.thing = 'plan' AND e.thing_id = :activity AND e.thing_version > :version
