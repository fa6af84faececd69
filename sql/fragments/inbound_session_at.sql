-- The attribute by which row v of a message names its exam session.
IF(v.exam_session IS NULL, 'instance-code', 'exam-session')
