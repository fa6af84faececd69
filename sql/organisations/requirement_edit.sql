-- one: requirement
SELECT r.id, r.code, {{requirement_name}} AS name FROM requirement r WHERE r.id = :requirement

-- many: history/event
{{history}}
WHERE e.thing = 'requirement' AND e.thing_id = :requirement
ORDER BY e.id DESC LIMIT 50

-- many: changes/change
{{history_changes}}
WHERE e.thing = 'requirement' AND e.thing_id = :requirement
ORDER BY c.event DESC, c.number LIMIT 500

-- maybe: prefill
SELECT code, name_nb, name_nn, name_sv, name_en, version FROM requirement WHERE id = :requirement

-- step: lock
SELECT 'requirement' AS thing, id, version, code, name_nb, name_nn, name_sv, name_en
FROM requirement WHERE id = :requirement FOR UPDATE

-- step: check
SELECT 'code' AS field, 'error.taken' AS error FROM requirement WHERE code = :code AND id <> :requirement

-- step: update
UPDATE requirement SET code = :code, name_nb = :name_nb, name_nn = :name_nn, name_sv = :name_sv, name_en = :name_en,
  version = version + 1
WHERE id = :requirement
