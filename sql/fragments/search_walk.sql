-- The rows of search_word that begin as what was typed, each thing once. As a rule its index is walked until there are
-- enough, each thing by the first of its words that fits. Of several words, not all of them short, the database
-- begins with the rarest and looks the others up; one of them must be of its own name.
search_word w {unless typed_long} FORCE INDEX (search_word_prefix) {end}
{if typed_long}
JOIN search_word w2 ON w2.thing = w.thing AND w2.id = w.id AND w2.scope = w.scope AND w2.own IN (0, 1) AND w2.word LIKE CONCAT(:word2, '%')
{if word3} JOIN search_word w3 ON w3.thing = w.thing AND w3.id = w.id AND w3.scope = w.scope AND w3.own IN (0, 1) AND w3.word LIKE CONCAT(:word3, '%') {end}
{if word4} JOIN search_word w4 ON w4.thing = w.thing AND w4.id = w.id AND w4.scope = w.scope AND w4.own IN (0, 1) AND w4.word LIKE CONCAT(:word4, '%') {end}
{if word5} JOIN search_word w5 ON w5.thing = w.thing AND w5.id = w.id AND w5.scope = w.scope AND w5.own IN (0, 1) AND w5.word LIKE CONCAT(:word5, '%') {end}
WHERE w.word LIKE CONCAT(:word1, '%') AND w.own IN (0, 1)
  AND (w.own OR w2.own {if word3} OR w3.own {end} {if word4} OR w4.own {end} {if word5} OR w5.own {end})
{end}
{unless typed_long}
WHERE {{search_any}}
  AND NOT EXISTS (SELECT 1 FROM search_word o
                  WHERE o.thing = w.thing AND o.id = w.id AND o.scope = w.scope AND o.own = 1 AND o.word < w.word
                    AND (o.word LIKE CONCAT(:word1, '%')
                         {if word2} OR o.word LIKE CONCAT(:word2, '%') {end}
                         {if word3} OR o.word LIKE CONCAT(:word3, '%') {end}
                         {if word4} OR o.word LIKE CONCAT(:word4, '%') {end}
                         {if word5} OR o.word LIKE CONCAT(:word5, '%') {end}))
{end}
