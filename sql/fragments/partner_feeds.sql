CONCAT_WS(',', IF(:reads_events = 1, 'events', NULL), IF(:reads_organisations = 1, 'organisations', NULL),
          IF(:reads_activities = 1, 'activities', NULL), IF(:reads_allocations = 1, 'allocations', NULL),
          IF(:reads_participants = 1, 'participants', NULL), IF(:reads_results = 1, 'results', NULL))
