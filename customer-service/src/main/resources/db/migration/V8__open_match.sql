-- What somebody said of a pair holds at once, also while a comparison runs that will still find it.
CREATE VIEW open_match AS
SELECT m.* FROM match_pair m
 WHERE NOT EXISTS (SELECT FROM never_match n WHERE n.one = m.one AND n.other = m.other);

-- Weights of the model that knew no households and no neighbours say nothing in the present one: those
-- versions judge by the initial weights until the next run.
UPDATE match_rules SET weights = '{"relations": {}}';
