IF(c.letter = '', c.name, CONCAT(c.name, ' – ', c.letter))
