INSERT INTO assessment_criterion (assessment, criterion, verdict, comment) VALUES (:assessment, :criterion, :verdict, :comment)
