SELECT k.id, k.partner, k.expires_on, k.made_at, k.revoked_at FROM partner_key k WHERE k.id = :partner_key FOR UPDATE
