(SELECT COUNT(*) FROM mark m WHERE m.exam = p.exam AND m.code = p.code AND {{paper_complete}})
