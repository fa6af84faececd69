{if q} AND (SELECT 1 FROM search_word w WHERE w.thing = 'person' AND w.id = p.id AND w.scope = 0 AND {{search_any}} LIMIT 1) {end}
