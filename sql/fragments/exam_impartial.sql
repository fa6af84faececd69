-- Person p may assess exam x: they do not sit it, have not looked up whose a code of it is, nor could while it was confirmed before.
NOT EXISTS (SELECT 1 FROM exam_opening io WHERE io.exam = x.id AND io.person = p.id)
  AND NOT EXISTS (SELECT 1 FROM candidate ic WHERE ic.exam_session = x.exam_session AND ic.person = p.id AND ic.state = 'registered')
  AND NOT EXISTS ({{exam_shown}} AND h.id = x.id AND hg.person = p.id)
