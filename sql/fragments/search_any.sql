-- Rows w of search_word that begin as a word that was typed, of things that have all of them: in their own name, or the
-- others in the name of what they belong to. A statement that begins here forces the index: the primary key, which others
-- look their words up in, looks as good to the database and reads everything.
w.own = 1 {unless word1} AND FALSE {end}
  AND (w.word LIKE CONCAT(:word1, '%')
       {if word2} OR w.word LIKE CONCAT(:word2, '%') {end}
       {if word3} OR w.word LIKE CONCAT(:word3, '%') {end}
       {if word4} OR w.word LIKE CONCAT(:word4, '%') {end}
       {if word5} OR w.word LIKE CONCAT(:word5, '%') {end})
  {if word2}
  AND (SELECT 1 FROM search_word o WHERE o.thing = w.thing AND o.id = w.id AND o.scope = w.scope
       AND o.word LIKE CONCAT(:word1, '%') LIMIT 1)
  AND (SELECT 1 FROM search_word o WHERE o.thing = w.thing AND o.id = w.id AND o.scope = w.scope
       AND o.word LIKE CONCAT(:word2, '%') LIMIT 1)
  {end}
  {if word3}
  AND (SELECT 1 FROM search_word o WHERE o.thing = w.thing AND o.id = w.id AND o.scope = w.scope
       AND o.word LIKE CONCAT(:word3, '%') LIMIT 1)
  {end}
  {if word4}
  AND (SELECT 1 FROM search_word o WHERE o.thing = w.thing AND o.id = w.id AND o.scope = w.scope
       AND o.word LIKE CONCAT(:word4, '%') LIMIT 1)
  {end}
  {if word5}
  AND (SELECT 1 FROM search_word o WHERE o.thing = w.thing AND o.id = w.id AND o.scope = w.scope
       AND o.word LIKE CONCAT(:word5, '%') LIMIT 1)
  {end}
