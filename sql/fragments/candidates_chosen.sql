c.exam_session = :exam_session
{if state} AND c.state = :state {end}
{if instance} AND c.course_instance = :instance {end}
{if needs}
AND c.state = 'registered' AND (COALESCE(c.extra_minutes, 0) > 0 OR c.accommodation <> '' OR c.accommodation_note IS NOT NULL) = (:needs = 'with')
{end}
{if handed}
AND c.state = 'registered' AND (c.handed_in IS NOT NULL) = (:handed = 'in')
{end}
{if q}
AND (p.name LIKE CONCAT('%', :q, '%') OR (p.protected = 0 AND p.email LIKE CONCAT(:q, '%')))
{end}
