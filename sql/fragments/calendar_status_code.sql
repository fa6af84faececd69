FIELD({{calendar_status}}, 'planning', 'ordered', 'capacity_missing', 'capacity_confirmed', 'allocating', 'shared', 'running', 'completed', 'cancelled')
