{if topic} AND n.topic = :topic {end}
{if state} AND (n.read_at IS NULL) = (:state = 'unread') {end}
{if q} AND (a.name LIKE CONCAT('%', :q, '%') OR s.name LIKE CONCAT('%', :q, '%') OR i.name LIKE CONCAT('%', :q, '%')
            OR w.name LIKE CONCAT('%', :q, '%')) {end}
