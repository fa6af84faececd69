-- No more than the page shows, and one that says there are more.
{if typed_long} GROUP BY w.id ORDER BY word, later, sort, w.id {end} {unless typed_long} ORDER BY w.word, w.later, w.sort, w.id {end} LIMIT 11
