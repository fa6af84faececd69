COALESCE(MAX(IF(c.topic = 'orders', c.delivery, NULL)), 'mail') AS orders,
COALESCE(MAX(IF(c.topic = 'reminders', c.delivery, NULL)), 'mail') AS reminders,
COALESCE(MAX(IF(c.topic = 'roles', c.delivery, NULL)), 'mail') AS roles,
COALESCE(MAX(IF(c.topic = 'imports', c.delivery, NULL)), 'mail') AS imports,
COALESCE(MAX(IF(c.topic = 'allocation', c.delivery, NULL)), 'mail') AS allocation,
COALESCE(MAX(IF(c.topic = 'exams', c.delivery, NULL)), 'mail') AS exams,
COALESCE(MAX(IF(c.topic = 'assessments', c.delivery, NULL)), 'mail') AS assessments
FROM notice_choice c WHERE c.person = :viewer
