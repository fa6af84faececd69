-- What the page for partners' developers lists: addresses with their schemas, and the answers that are refusals.
-- many: documents/document
SELECT d.name, d.cut
FROM (SELECT 1 AS number, 'organisations' AS name, 'sites' AS cut UNION ALL SELECT 2, 'activities', 'activities'
      UNION ALL SELECT 3, 'allocations', 'allocations' UNION ALL SELECT 4, 'participants', 'candidates' UNION ALL SELECT 5, 'results', 'results') d
ORDER BY d.number

-- many: messages/message
SELECT m.name, m.path
FROM (SELECT 1 AS number, 'registrations' AS name, 'registrations' AS path UNION ALL SELECT 2, 'exam_registrations', 'exam-registrations'
      UNION ALL SELECT 3, 'results', 'results') m
ORDER BY m.number

-- many: problems/problem
SELECT p.status, p.kind
FROM (SELECT 400 AS status, 'bad-request' AS kind UNION ALL SELECT 401, 'unauthorized' UNION ALL SELECT 403, 'forbidden'
      UNION ALL SELECT 404, 'not-found' UNION ALL SELECT 405, 'method-not-allowed' UNION ALL SELECT 409, 'conflict' UNION ALL SELECT 413, 'too-large'
      UNION ALL SELECT 415, 'wrong-type' UNION ALL SELECT 422, 'invalid' UNION ALL SELECT 429, 'too-many-requests' UNION ALL SELECT 503, 'unavailable') p
ORDER BY p.status
