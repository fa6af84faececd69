EXISTS (SELECT 1 FROM order_reminder r
        WHERE r.placement_order = o.id AND r.on_day = :today AND r.event IS NOT NULL)
