-- Who is registered in :from, of :from_class where one is asked for, and may be registered in :activity.
registration x
JOIN activity b ON b.id = x.activity AND b.id <> :activity
JOIN ({{registration_candidates}}) f ON f.person = x.person
JOIN activity a ON a.id = :activity AND a.institution = b.institution AND x.activity = :from AND x.state = 'registered'
  {if from_class} AND x.activity_class = :from_class {end}
