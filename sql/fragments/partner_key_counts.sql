k.revoked_at IS NULL AND k.expires_on >= :today AND (k.ends_at IS NULL OR k.ends_at > :now)
