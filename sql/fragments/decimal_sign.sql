-- Of the viewer's language, for decimals that keep all their places: REPLACE(v.points, '.', {{decimal_sign}}).
IF(:lang = 'en', '.', ',')
