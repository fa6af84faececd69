IF(o.state = 'sent', (SELECT r.on_day FROM order_reminder r
                      WHERE r.placement_order = o.id AND r.due_on = o.due_on AND r.stage = 'escalation'
                        AND r.event IS NOT NULL), NULL)
