-- At how many sites somebody is still missing.
SELECT COUNT(DISTINCT c.site) AS sites, COUNT(DISTINCT IF(c.coordinators = 0, c.site, NULL)) AS no_coordinator,
       COUNT(DISTINCT IF(c.supervisors = 0, c.site, NULL)) AS no_supervisor
FROM (SELECT t.site, k.id AS class, COUNT(IF(x.role = 'site_coordinator', 1, NULL)) AS coordinators,
             COUNT(IF(x.role = 'supervisor', 1, NULL)) AS supervisors
      FROM {{role_parts}}
      GROUP BY t.site, k.id) c
