{{own_address}} AND k.purpose = 'notices' ORDER BY k.id DESC LIMIT 1
