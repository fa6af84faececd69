-- one: programme
SELECT id, code, IF(:lang = 'en', COALESCE(name_en, name), name) AS name FROM programme WHERE id = :programme

-- maybe: prefill
SELECT code, name, name_en, version FROM programme WHERE id = :programme

-- step: lock
SELECT 'programme' AS thing, id, version, code, name, name_en FROM programme WHERE id = :programme FOR UPDATE

-- step: check
SELECT 'code' AS field, 'error.taken' AS error
FROM programme here JOIN programme p ON p.institution = here.institution AND p.id <> here.id
WHERE here.id = :programme AND p.code = :code

-- step: update
UPDATE programme SET code = :code, name = :name, name_en = :name_en, version = version + 1 WHERE id = :programme
