-- The search index follows every event (fcgi/workflow/search.h). Of person, grant, site, unit, activity, instance, course,
-- programme, institution, exam_session, all, import_units and import_people one is set, the others are NULL.

-- What words are made of, several rows as a rule, stays as it is until the end: two who change a course and an activity
-- of it at the same time would else each read what the other is about to leave.
-- step: hold
SELECT 1 FROM (SELECT 1) one
{if grant} JOIN person_grant pg ON pg.id = :grant JOIN person gp ON gp.id = pg.person {end}
{if unit, site}
JOIN unit u ON TRUE {if unit} AND u.id = :unit {end} {if site} AND u.site = :site {end}
JOIN site s ON s.id = u.site
{end}
{if activity, instance, course, programme, institution} JOIN {{search_activities}} {end}
{if exam_session}
JOIN {{search_sessions}}
LEFT JOIN exam_session_instance si ON si.exam_session = x.id
LEFT JOIN course_instance sci ON sci.id = si.course_instance
LEFT JOIN course sc ON sc.id = sci.course
{end}
LOCK IN SHARE MODE

-- Rows to write, and rows to take away: none when no name has changed, so that most events write nothing here.
-- step: difference
WITH wanted AS ({{search_wanted}}), held AS ({{search_held}})
SELECT w.thing, w.id, w.scope, w.word, w.own, w.later, w.sort, 0 AS gone
FROM wanted w
LEFT JOIN held h ON h.thing = w.thing AND h.id = w.id AND h.scope = w.scope AND h.word = w.word
WHERE h.id IS NULL OR h.own <> w.own OR h.later <> w.later OR BINARY h.sort <> BINARY w.sort
UNION ALL
SELECT h.thing, h.id, h.scope, h.word, h.own, h.later, h.sort, 1 AS gone
FROM held h
LEFT JOIN wanted w ON w.thing = h.thing AND w.id = h.id AND w.scope = h.scope AND w.word = h.word
WHERE w.id IS NULL

-- step: put
INSERT INTO search_word (thing, id, scope, word, own, later, sort)
VALUES (:thing, :id, :scope, :word, :own, :later, :sort)
ON DUPLICATE KEY UPDATE own = VALUES(own), later = VALUES(later), sort = VALUES(sort)

-- step: drop
DELETE FROM search_word WHERE thing = :thing AND id = :id AND scope = :scope AND word = :word

-- step: drop_import_units
DELETE w FROM import_row r STRAIGHT_JOIN search_word w ON w.thing = 'unit' AND w.id = r.thing_id
WHERE r.import = :import_units AND r.number BETWEEN :from_row AND :to_row AND r.outcome IN ('new', 'changed')

-- step: drop_import_people
DELETE w FROM import_row r STRAIGHT_JOIN search_word w ON w.thing = 'person' AND w.id = COALESCE(r.person_id, r.thing_id)
WHERE r.import = :import_people AND r.number BETWEEN :from_row AND :to_row AND r.outcome IN ('new', 'changed')

-- Of everything at once, or of some rows of an import, of which nothing is there.
-- step: fill
INSERT INTO search_word (thing, id, scope, word, own, later, sort)
{{search_words}}
ON DUPLICATE KEY UPDATE own = GREATEST(search_word.own, VALUES(own)), later = LEAST(search_word.later, VALUES(later))
