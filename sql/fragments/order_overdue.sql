(o.state = 'sent' AND o.due_on < :today)
