-- Of x.code, the status as a number: words are slow to compare so often.
NULLIF(SUM(x.code = 1), 0) AS planning,
NULLIF(SUM(x.code = 2), 0) AS ordered,
NULLIF(SUM(x.code = 3), 0) AS capacity_missing,
NULLIF(SUM(x.code = 4), 0) AS capacity_confirmed,
NULLIF(SUM(x.code = 5), 0) AS allocating,
NULLIF(SUM(x.code = 6), 0) AS shared,
NULLIF(SUM(x.code = 7), 0) AS running,
NULLIF(SUM(x.code = 8), 0) AS completed,
NULLIF(SUM(x.code = 9), 0) AS cancelled
