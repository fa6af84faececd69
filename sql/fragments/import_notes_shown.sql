AND n.kind = IF(:outcome <=> 'hindered', 'hindrance', IF(r.outcome = 'faulty', 'fault', 'change'))
