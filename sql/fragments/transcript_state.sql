-- What there is to say of a transcript t.
IF(t.withdrawn_at IS NOT NULL, 'withdrawn',
   IF(EXISTS (SELECT 1 FROM transcript_result tr WHERE tr.transcript = t.id AND {{transcript_changed}}), 'changed', 'valid'))
