(r.points IS NOT NULL OR r.grade IS NOT NULL OR r.comment IS NOT NULL)
