SELECT w.thing, w.id, w.scope, w.word, MAX(w.own) AS own, MIN(w.later) AS later, MIN(w.sort) AS sort
FROM ({{search_words}}) w
GROUP BY w.thing, w.id, w.scope, w.word
