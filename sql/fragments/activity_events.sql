e.activity = :activity
  AND (v.inside
       OR (e.thing = 'order' AND e.site IN ({{viewer_sites}})
           AND e.kind IN ('order.sent', 'order.answered', 'order.declined', 'order.reopened', 'order.withdrawn',
                          'order.closed'))
       OR e.kind IN ('activity.changed', 'activity.cancelled', 'activity.requirements_changed', 'class.created',
                     'class.changed', 'class.removed'))
