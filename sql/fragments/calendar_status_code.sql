FIELD({{calendar_status}}, 'planning', 'ordered', 'capacity_missing', 'capacity_confirmed', 'running', 'completed', 'cancelled')
