-- The viewer's own address, told to them alone: the program makes it from these. Goes on with what it is of.
SELECT k.purpose, k.id, k.salt FROM private_address k WHERE k.person = :viewer AND k.ended_at IS NULL
