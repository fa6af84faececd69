-- Who began or stopped reading a course is told on the page of its students.
e.kind NOT IN ('instance.students_registered', 'instance.students_ended')
