-- What was changed here and is now put back is to an earlier import as it left it: that can be undone next.
UPDATE import_row r
JOIN import_row o ON o.thing_id = r.thing_id AND o.import <> r.import AND o.thing_version = r.thing_version - 1
JOIN import x ON x.id = o.import AND x.kind = :kind AND x.state = 'applied'
SET o.thing_version = r.thing_version + 1
