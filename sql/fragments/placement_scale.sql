-- The scale of a placement period's result: pass or fail, as it stands now.
(SELECT sv.id FROM grading_scale gs JOIN scale_version sv ON sv.grading_scale = gs.id AND sv.number = gs.latest WHERE gs.id = 4)
