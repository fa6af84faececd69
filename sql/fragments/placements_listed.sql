-- What the list of students joins for its order and its filters; what neither asks for falls away.
placement x
   LEFT JOIN person p ON p.id = x.person
   LEFT JOIN activity a ON a.id = x.activity
   LEFT JOIN site st ON st.id = x.site
   LEFT JOIN unit u ON u.id = x.unit
