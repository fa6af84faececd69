-- What became of a link l of person p, who may have an account a. used: also when there is an account by another road.
CASE WHEN a.closed = 1 THEN 'closed'
     WHEN l.ended IS NOT NULL THEN l.ended
     WHEN l.purpose = 'invitation' AND a.person IS NOT NULL THEN 'used'
     WHEN l.expires_at <= :now THEN 'expired'
     ELSE 'open' END
