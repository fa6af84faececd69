-- Of what changed (c) with a registration's event (e): where a student was put is staff's alone; what was shared they read on the
-- placement.
(e.thing <> 'registration' OR c.field <> 'unit' OR e.institution IN ({{viewer_institutions}}))
