UPDATE private_address SET ended_at = UTC_TIMESTAMP()
WHERE person = :viewer AND purpose = 'notices' AND ended_at IS NULL
