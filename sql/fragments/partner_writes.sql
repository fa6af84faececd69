CONCAT_WS(',', IF(:sends_registrations = 1, 'registrations', NULL),
          IF(:sends_exam_registrations = 1, 'exam_registrations', NULL), IF(:sends_results = 1, 'results', NULL))
