-- Rows r with the events k that each tells: of a new one that it was made, of another those that its changes belong to.
import_row r JOIN {{import_registration_kinds}}
WHERE {{import_rows}} AND r.outcome IN ('new', 'changed')
  AND (r.outcome = 'new') = (k.kind = 'registration.created')
  AND (k.first IS NULL OR EXISTS (SELECT 1 FROM import_note n WHERE n.import = r.import AND n.line = r.number AND n.kind = 'change'
                                  AND n.thing = 'thing' AND n.number BETWEEN k.first AND k.last))
