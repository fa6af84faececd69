-- Whether activity x, or what it says of its course, began since then.
x.row_start >= :since
OR EXISTS (SELECT 1 FROM course_instance fi JOIN course fc ON fc.id = fi.course JOIN programme fg ON fg.id = fc.programme
           WHERE fi.id = x.course_instance AND (fi.row_start >= :since OR fc.row_start >= :since OR fg.row_start >= :since))
