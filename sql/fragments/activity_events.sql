-- Of orders only what those may read who may open the order (rights/order): lecturers may not.
e.activity = :activity
  AND ((v.inside AND e.thing <> 'order')
       OR (e.thing = 'order' AND e.institution IN ({{viewer_institutions}}))
       OR (e.thing = 'order' AND e.site IN ({{viewer_sites}})
           AND e.kind IN ('order.sent', 'order.answered', 'order.declined', 'order.reopened', 'order.withdrawn',
                          'order.closed'))
       OR e.kind IN ('activity.changed', 'activity.cancelled', 'activity.requirements_changed', 'class.created',
                     'class.changed', 'class.removed'))
