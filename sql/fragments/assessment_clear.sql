DELETE FROM assessment_criterion WHERE assessment = :assessment
