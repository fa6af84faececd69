-- Last of every change of an allocation: whoever read it before, reads it again.
UPDATE allocation_plan SET version = version + 1 WHERE activity = :activity
