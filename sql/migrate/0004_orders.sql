-- The list of orders, newest first.
CREATE INDEX placement_order_sent_at ON placement_order (institution, sent_at);
