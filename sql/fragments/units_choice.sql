TRUE
{if q} AND (u.name LIKE CONCAT('%', :q, '%')
            {if word1} OR u.id IN (SELECT w.id FROM search_word w WHERE w.thing = 'unit' AND w.scope = 0 AND {{search_any}}) {end}) {end}
