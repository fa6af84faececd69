UPDATE account_link SET ended = 'voided', ended_at = :now WHERE person = :person AND purpose = :purpose AND ended IS NULL
