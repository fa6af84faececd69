-- Whole kilometres as the crow flies between the centres of municipalities h (home) and w (work); NULL where one is not known.
CAST(ROUND(12742.0176 * ASIN(LEAST(1, SQRT(POW(SIN(RADIANS(w.latitude - h.latitude) / 2), 2)
  + COS(RADIANS(h.latitude)) * COS(RADIANS(w.latitude)) * POW(SIN(RADIANS(w.longitude - h.longitude) / 2), 2))))) AS SIGNED)
