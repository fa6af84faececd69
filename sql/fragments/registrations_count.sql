SELECT COUNT(*) AS registered FROM registration x WHERE x.activity = :activity AND x.state = 'registered'
