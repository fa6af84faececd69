-- Rules of both a new partner and a changed one (:institution, :site: whose it is; :partner: NULL for a new one).
SELECT 'name' AS field, 'error.taken' AS error FROM DUAL
WHERE EXISTS (SELECT 1 FROM partner x WHERE x.name = :name AND x.ended_at IS NULL AND NOT x.id <=> :partner
              AND (x.institution = :institution OR x.site = :site))
UNION ALL SELECT NULL, 'error.partner_nothing' FROM DUAL
WHERE {{partner_feeds}} = '' AND {{partner_writes}} = ''
UNION ALL SELECT NULL, 'error.partner_of_site' FROM DUAL
WHERE :site IS NOT NULL AND (:reads_participants = 1 OR :reads_results = 1 OR {{partner_writes}} <> '')
UNION ALL SELECT 'reads_events', 'error.partner_events_alone' FROM DUAL
WHERE {{partner_feeds}} = 'events'
