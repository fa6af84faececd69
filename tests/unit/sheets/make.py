#!/usr/bin/python3
"""Writes openpyxl.xlsx beside itself: a workbook of another hand (python3-openpyxl) for tests/unit/sheet_xlsx.c."""
import datetime
import os
import openpyxl

book = openpyxl.Workbook()
hidden = book.active
hidden.title = 'Skjult'
hidden['A1'] = 'not this one'
hidden.sheet_state = 'hidden'
chart = book.create_chartsheet('Diagram')
sheet = book.create_sheet('Personer & roller')
book.create_sheet('Neste')['A1'] = 'nor this one'

sheet.append(['Navn', 'Plasser', 'Fra', 'Til', 'Kode', 'Aktiv', 'Merknad'])
sheet.append(['  Åse Ødegård ', 12, datetime.date(2027, 1, 31), datetime.datetime(2027, 6, 30, 8, 30), '00123', True, 'a & b < c'])
sheet.append([])
sheet.append(['Máret ŋ đ', 3.5, datetime.time(8, 30, 15), datetime.timedelta(hours=26, minutes=30), 12345678901, False, 'to\nlinjer'])
sheet.cell(6, 1, 'Spredt')
sheet.cell(6, 6, '#N/A')
sheet.cell(7, 2, 0.1 + 0.2)
sheet.cell(7, 3, 46053).number_format = 'd. mmmm yyyy'
sheet.cell(7, 4, 46053).number_format = '# ##0 "dager"'
sheet.cell(7, 5, -1500)
sheet.cell(8, 1, 'Slått sammen')
sheet.merge_cells('A8:C8')
book.save(os.path.join(os.path.dirname(__file__), 'openpyxl.xlsx'))
