-- Whether partner p is told of event e, whose kind is feed_kind k: of what it may read, and of its own side. Facts of others' places
-- are everybody's. A site hears of an activity from its first order on, of an allocation when something at the site was shared;
-- nobody of an order that is not sent or a session that is not confirmed (events say so, which never change), and nobody of who is protected.
FIND_IN_SET(k.feed, p.feeds) > 0
AND ((p.institution IS NOT NULL AND k.institution = 1
      AND (e.institution = p.institution OR (k.feed = 'organisations' AND e.institution IS NULL)))
  OR (p.site IS NOT NULL AND k.site = 1
      AND (e.site = p.site OR (k.feed = 'organisations' AND e.site IS NULL)
        OR (e.site IS NULL AND EXISTS (SELECT 1 FROM event o WHERE o.activity = e.activity AND o.id < e.id
                                                            AND o.kind = 'order.sent' AND o.site = p.site)
          AND (k.feed <> 'allocations'
            OR EXISTS (SELECT 1 FROM share h JOIN share_change g ON g.share = h.id
                       WHERE h.event = e.id AND p.site IN (g.old_site, g.new_site)))))))
AND (e.thing <> 'order'
  OR EXISTS (SELECT 1 FROM event o WHERE o.thing = 'order' AND o.thing_id = e.thing_id AND o.id <= e.id AND o.kind = 'order.sent'))
AND (e.thing <> 'exam_session'
  OR EXISTS (SELECT 1 FROM event o WHERE o.thing = 'exam_session' AND o.thing_id = e.thing_id AND o.id <= e.id
                                     AND o.kind = 'exam_session.confirmed'))
AND (e.thing <> 'candidate'
  OR EXISTS (SELECT 1 FROM event o
             WHERE o.thing = 'exam_session' AND o.thing_id = (SELECT c.exam_session FROM candidate c WHERE c.id = e.thing_id)
               AND o.id < e.id AND o.kind = 'exam_session.confirmed'))
AND {{feed_unprotected}}
