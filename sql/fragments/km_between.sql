-- From where the student of r lives (hm) to their unit (wm).
(SELECT {{travel_km}} FROM municipality h JOIN municipality w ON w.number = COALESCE(u.municipality, s.municipality)
 WHERE h.number = r.municipality)
