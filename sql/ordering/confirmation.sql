-- What was ordered and what the site answered, to print.
-- one: order
{{order_head}}
WHERE o.id = :order

-- many: units/unit
{{order_units}}

-- many: requirements/requirement
{{order_requirements}}
