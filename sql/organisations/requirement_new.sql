-- maybe: prefill
SELECT 0 AS version

-- step: check
SELECT 'code' AS field, 'error.taken' AS error FROM requirement WHERE code = :code

-- step: insert
INSERT INTO requirement (code, name_nb, name_nn, name_sv, name_en)
VALUES (:code, :name_nb, :name_nn, :name_sv, :name_en)
