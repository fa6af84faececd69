-- Seen by the institution's staff and, once sent, by the site's administrators and coordinators.
-- The plain right is the role's, so that an action can say why the order's state forbids it now; the one with _now is
-- the role's and the state's, for buttons.
-- maybe: rights
SELECT r.institution_side OR r.site_side AS view, r.institution_side, r.site_side, r.institution_side AS as_of,
       r.plans AS edit, r.plans AND r.state = 'draft' AND r.open AS edit_now,
       r.plans AS send, r.plans AND r.state = 'draft' AND r.open AS send_now,
       r.site_side AS answer, r.site_side AND r.state = 'sent' AND r.open AS answer_now,
       r.site_side AS enter_roles,
       r.plans AS reopen, r.plans AND r.state = 'answered' AND r.open AS reopen_now,
       r.plans AS remind, r.plans AND r.state = 'sent' AND r.open AND NOT r.reminded AS remind_now,
       r.plans AS withdraw, r.plans AND r.state = 'sent' AS withdraw_now,
       r.plans AS close, r.plans AND r.state = 'answered' AS close_now
FROM (
  SELECT o.state, a.cancelled_at IS NULL AS open, {{order_reminded_today}} AS reminded,
         BIT_OR(g.role = 'placement_administrator' AND g.institution = o.institution) AS plans,
         BIT_OR(g.role IN ('placement_administrator', 'placement_adviser', 'institution_coordinator')
                AND g.institution = o.institution) AS institution_side,
         BIT_OR(g.role IN ('site_administrator', 'site_coordinator') AND g.site = o.site)
           AND o.state <> 'draft' AS site_side
  FROM placement_order o
  JOIN activity a ON a.id = o.activity
  LEFT JOIN person_grant g ON {{granted}} AND (g.activity IS NULL OR g.activity = o.activity)
    AND (g.institution = o.institution OR g.site = o.site)
  WHERE o.id = :order
  GROUP BY o.id, o.state, a.cancelled_at
) r
