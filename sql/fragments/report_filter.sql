-- What a report was asked for: of activity a, which is of course c.
a.cancelled_at IS NULL
{if term} AND a.term = :term {end}
{if institution} AND a.institution = :institution {end}
{if programme} AND c.programme = :programme {end}
