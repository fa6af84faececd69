UPDATE account_link SET ended = 'voided', ended_at = :now WHERE person = :person AND ended IS NULL AND expires_at > :now
