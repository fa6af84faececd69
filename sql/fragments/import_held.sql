-- A grant (g) that lets one see and use an import (x): of its place; of an exam's points, of the assessor who brought them.
IF(x.kind = 'points',
   x.person = :viewer AND g.role = 'assessor' AND g.institution = x.institution
     AND EXISTS (SELECT 1 FROM exam_assessor ea WHERE ea.exam = x.exam AND ea.person = :viewer)
     AND NOT EXISTS ({{exam_shown}} AND h.id = x.exam AND hg.person = :viewer AND (SELECT hx.state FROM exam hx WHERE hx.id = h.id) <> 'confirmed'),
   {{looks_after}} AND (x.kind <> 'registrations' OR g.role = 'placement_administrator'))
