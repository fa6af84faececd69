w.id, {unless typed_long} w.word, w.later, w.sort {end}
{if typed_long} MIN(w.word) AS word, MIN(w.later) AS later, MIN(w.sort) AS sort {end}
