-- Who may follow students of :activity by a role in it, a row a role and site. given: students here, as it is worked on; elsewhere:
-- in the same weeks, of the institution's other activities as they are worked on, of others' as they were shared. most: the least
-- limit of their roles. told: their name as the history may tell it.
SELECT f.person AS id, f.role, f.site, s.name AS site_name, IF(p.protected = 0 OR f.site IS NULL, p.name, NULL) AS name, IF(p.protected = 0, p.name, NULL) AS told,
       f.units, f.classes, f.most, COALESCE(n.given, 0) AS given,
       IF(f.role = 'lecturer',
          (SELECT COUNT(*) FROM allocation e
           JOIN registration r ON r.id = e.registration AND r.state = 'registered'
           JOIN activity b ON b.id = e.activity AND b.institution = a.institution AND b.cancelled_at IS NULL
             AND b.starts <= a.ends AND b.ends >= a.starts
           WHERE e.lecturer = f.person AND e.activity <> a.id),
          (SELECT COUNT(*) FROM allocation e
           JOIN registration r ON r.id = e.registration AND r.state = 'registered'
           JOIN activity b ON b.id = e.activity AND b.institution = a.institution AND b.cancelled_at IS NULL
             AND b.starts <= a.ends AND b.ends >= a.starts
           WHERE e.supervisor = f.person AND e.activity <> a.id)
          + (SELECT COUNT(*) FROM placement e
             WHERE e.supervisor = f.person AND e.institution <> a.institution AND e.ended_on IS NULL
               AND e.starts <= a.ends AND e.ends >= a.starts)) AS elsewhere
FROM activity a
JOIN (SELECT x.person, x.role, x.site, MIN(x.students_most) AS most,
             GROUP_CONCAT(DISTINCT u.name ORDER BY u.name SEPARATOR ', ') AS units,
             GROUP_CONCAT(DISTINCT k.letter ORDER BY k.letter SEPARATOR ', ') AS classes
      FROM person_grant x
      JOIN activity a ON a.id = x.activity
      LEFT JOIN unit u ON u.id = x.unit
      LEFT JOIN activity_class k ON k.id = x.activity_class
      WHERE x.activity = :activity AND x.role IN ('supervisor', 'lecturer') AND {{role_counts}}
        AND NOT EXISTS (SELECT 1 FROM account ac WHERE ac.person = x.person AND ac.closed = 1)
      GROUP BY x.person, x.role, x.site) f
JOIN person p ON p.id = f.person
LEFT JOIN site s ON s.id = f.site
LEFT JOIN (SELECT w.supervisor AS person, 'supervisor' AS role, COUNT(*) AS given
           FROM allocation w JOIN registration r ON r.id = w.registration AND r.state = 'registered'
           WHERE w.activity = :activity AND w.supervisor IS NOT NULL GROUP BY w.supervisor
           UNION ALL
           SELECT w.lecturer, 'lecturer', COUNT(*)
           FROM allocation w JOIN registration r ON r.id = w.registration AND r.state = 'registered'
           WHERE w.activity = :activity AND w.lecturer IS NOT NULL GROUP BY w.lecturer) n
  ON n.person = f.person AND n.role = f.role
WHERE a.id = :activity
