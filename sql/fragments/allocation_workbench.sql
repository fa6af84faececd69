-- How far the allocation of :activity is, in one row; next: allocation_stage. For those who see_allocation.
SELECT t.*, t.registered - t.placed AS unplaced, l.wishes_from, l.wishes_to, l.shares, l.shared_at,
       {{allocation_stage}} AS next
FROM (
  SELECT s.*, u.places, u.too_many, IF(x.shares > 0, (SELECT COUNT(*) FROM ({{share_differences}}) d), 0) AS changes,
         (SELECT COUNT(*) FROM (SELECT 1 FROM registration r LEFT JOIN allocation w ON w.registration = r.id
                                WHERE r.activity = :activity AND r.state = 'registered' AND r.allocation_group IS NOT NULL
                                GROUP BY r.allocation_group
                                HAVING COUNT(DISTINCT COALESCE(w.unit, 0)) > 1) g) AS parted
  FROM (SELECT COUNT(*) AS registered, COUNT(r.wishes_at) AS wished, COUNT(w.unit) AS placed,
               COALESCE(SUM(w.locked), 0) AS locked
        FROM registration r LEFT JOIN allocation w ON w.registration = r.id
        WHERE r.activity = :activity AND r.state = 'registered') s
  JOIN (SELECT COALESCE(SUM(v.places), 0) AS places, COALESCE(SUM(GREATEST(-v.remaining, 0)), 0) AS too_many
        FROM ({{units_taken}}) v) u
  JOIN allocation_plan x ON x.activity = :activity
) t
JOIN allocation_plan l ON l.activity = :activity
JOIN activity a ON a.id = :activity AND a.institution IN ({{viewer_institutions}})
