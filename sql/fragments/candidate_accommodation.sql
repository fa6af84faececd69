FIND_IN_SET('separate_room', c.accommodation) > 0 AS separate_room, FIND_IN_SET('small_group', c.accommodation) > 0 AS small_group,
FIND_IN_SET('computer', c.accommodation) > 0 AS computer, FIND_IN_SET('assistant', c.accommodation) > 0 AS assistant,
FIND_IN_SET('breaks', c.accommodation) > 0 AS breaks, FIND_IN_SET('large_print', c.accommodation) > 0 AS large_print,
FIND_IN_SET('other', c.accommodation) > 0 AS other
