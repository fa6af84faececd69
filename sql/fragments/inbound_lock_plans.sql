-- The activities that a message names.
SELECT p.activity FROM allocation_plan p
WHERE p.activity IN (SELECT a.id FROM {{inbound_rows}} r JOIN activity a ON a.id = r.activity AND a.institution = :partner_institution)
ORDER BY p.activity FOR UPDATE
