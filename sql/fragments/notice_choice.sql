{if topic} AND n.topic = :topic {end}
{if state} AND (n.read_at IS NULL) = (:state = 'unread') {end}
{if q} AND (a.name LIKE CONCAT('%', :q, '%') OR IF(:lang = 'en', es.name_en, es.name) LIKE CONCAT('%', :q, '%') OR s.name LIKE CONCAT('%', :q, '%') OR i.name LIKE CONCAT('%', :q, '%')
            OR {{actor_named}} AND p.name LIKE CONCAT('%', :q, '%')) {end}
