COALESCE(MAX(IF(c.topic = 'orders', c.delivery, NULL)), 'mail') AS orders,
COALESCE(MAX(IF(c.topic = 'reminders', c.delivery, NULL)), 'mail') AS reminders,
COALESCE(MAX(IF(c.topic = 'roles', c.delivery, NULL)), 'mail') AS roles,
COALESCE(MAX(IF(c.topic = 'imports', c.delivery, NULL)), 'mail') AS imports,
COALESCE(MAX(IF(c.topic = 'allocation', c.delivery, NULL)), 'mail') AS allocation
FROM notice_choice c WHERE c.person = :viewer
