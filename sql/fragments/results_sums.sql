-- How far the results of v (results_of_session or results_of_activity) have come. complete: drafts that may be made ready.
COUNT(IF(v.state = 'untouched', 1, NULL)) AS untouched, COUNT(IF(v.state = 'draft', 1, NULL)) AS drafts,
       COUNT(IF(v.state = 'draft' AND v.grade IS NOT NULL AND v.examined_on IS NOT NULL, 1, NULL)) AS complete,
       COUNT(IF(v.state = 'ready', 1, NULL)) AS ready, COUNT(IF(v.state = 'attested', 1, NULL)) AS attested,
       COUNT(IF(v.named, NULL, 1)) AS nameless, COUNT(*) AS results
