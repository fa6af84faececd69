TRUE
{if kind} AND s.kind = :kind {end}
{if municipality} AND s.municipality = LPAD(:municipality, 4, '0') {end}
{if q} AND (s.name LIKE CONCAT('%', :q, '%') OR m.name LIKE CONCAT('%', :q, '%')
            {if word1} OR s.id IN (
              SELECT t.id FROM (SELECT DISTINCT w.id FROM search_word w FORCE INDEX (search_word_prefix)
                                WHERE w.thing = 'site' AND w.scope = 0 AND {{search_any}}) t) {end}) {end}
