TRUE
{if q} AND (u.name LIKE CONCAT('%', :q, '%')
            {if word1} OR u.id IN (
              SELECT t.id FROM (SELECT DISTINCT w.id FROM search_word w FORCE INDEX (search_word_prefix)
                                WHERE w.thing = 'unit' AND w.scope = 0 AND {{search_any}}) t) {end}) {end}
