m.grade IS NOT NULL AND (x.points_most IS NULL OR m.points IS NOT NULL)
