-- Nothing to draw but a button.
-- maybe: nothing
SELECT 1 AS here FROM DUAL WHERE 1 = 0
