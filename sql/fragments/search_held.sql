-- The words that are kept of what the parameter is about.
SELECT h.thing, h.id, h.scope, h.word, h.own, h.later, h.sort FROM search_word h
WHERE FALSE
  {if person} OR (h.thing = 'person' AND h.id = :person) {end}
  {if grant} OR (h.thing = 'person' AND h.id = (SELECT x.person FROM person_grant x WHERE x.id = :grant)) {end}
  {if site} OR (h.thing = 'site' AND h.id = :site)
            OR (h.thing = 'unit' AND h.id IN (SELECT u.id FROM unit u WHERE u.site = :site)) {end}
  {if unit} OR (h.thing = 'unit' AND h.id = :unit) {end}
  {if activity} OR (h.thing = 'activity' AND h.id = :activity) {end}
  {if instance, course, programme, institution}
  OR (h.thing = 'activity' AND h.id IN (SELECT a.id FROM {{search_activities}}))
  {end}
  {if exam_session} OR (h.thing = 'exam_session' AND h.id = :exam_session) {end}
  {if instance, course} OR (h.thing = 'exam_session' AND h.id IN (SELECT x.id FROM {{search_sessions}})) {end}
  {if all} OR TRUE {end}
