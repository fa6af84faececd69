-- An institution as others know it. language: of the names it has given. earned: how many results of the learner count.
SELECT i.id, i.name, i.country, IF(i.country = 'SE', 'sv', 'no') AS language, i.web, i.schac, i.erasmus, SUM(v.counts) AS earned
FROM ({{transcript_rows}}) v JOIN institution i ON i.id = v.institution
