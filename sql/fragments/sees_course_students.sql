-- Whether the viewer may see who reads course instance n: as rights/instance says.
n.institution IN (SELECT g.institution FROM {{grants_now}} g
                  WHERE {{granted}} AND g.activity IS NULL
                    AND g.role IN ('placement_administrator', 'placement_adviser', 'institution_coordinator', 'exam_planner'))
