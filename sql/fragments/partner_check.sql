-- Rules of both a new partner and a changed one (:institution, :site: whose it is; :partner: NULL for a new one).
SELECT 'name' AS field, 'error.taken' AS error FROM DUAL
WHERE EXISTS (SELECT 1 FROM partner x WHERE x.name = :name AND x.ended_at IS NULL AND NOT x.id <=> :partner
              AND (x.institution = :institution OR x.site = :site))
UNION ALL SELECT NULL, 'error.partner_nothing' FROM DUAL
WHERE COALESCE(:reads_events, 0) + COALESCE(:reads_organisations, 0) + COALESCE(:reads_activities, 0) + COALESCE(:reads_allocations, 0)
      + COALESCE(:reads_participants, 0) + COALESCE(:reads_results, 0) + COALESCE(:sends_registrations, 0)
      + COALESCE(:sends_exam_registrations, 0) + COALESCE(:sends_results, 0) = 0
UNION ALL SELECT NULL, 'error.partner_of_site' FROM DUAL
WHERE :site IS NOT NULL
  AND COALESCE(:reads_participants, 0) + COALESCE(:reads_results, 0) + COALESCE(:sends_registrations, 0)
      + COALESCE(:sends_exam_registrations, 0) + COALESCE(:sends_results, 0) > 0
UNION ALL SELECT 'reads_events', 'error.partner_events_alone' FROM DUAL
WHERE :reads_events = 1
  AND COALESCE(:reads_organisations, 0) + COALESCE(:reads_activities, 0) + COALESCE(:reads_allocations, 0)
      + COALESCE(:reads_participants, 0) + COALESCE(:reads_results, 0) = 0
