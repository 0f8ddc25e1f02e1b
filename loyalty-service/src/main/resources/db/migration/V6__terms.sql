-- What a program promises, in versions: rules, rounding, expiry, activation. A version is never
-- changed; another one takes its place for what is bought from then on.
CREATE TABLE terms (
  program_id  uuid        NOT NULL REFERENCES program,
  version     int         NOT NULL CHECK (version > 0),
  active_from timestamptz NOT NULL,
  promised    jsonb       NOT NULL,
  PRIMARY KEY (program_id, version)
);

INSERT INTO terms (program_id, version, active_from, promised)
SELECT p.id, r.version, r.active_from,
       jsonb_build_object(
         'rounding', p.rounding,
         'expiry', CASE
           WHEN p.validity_months IS NOT NULL
             THEN jsonb_build_object('kind', 'ROLLING', 'period', 'P' || p.validity_months || 'M', 'periods', 0)
           WHEN p.validity_days IS NOT NULL
             THEN jsonb_build_object('kind', 'ROLLING', 'period', 'P' || p.validity_days || 'D', 'periods', 0)
         END,
         'activationDays', 0,
         'rules', jsonb_build_object(
           'rules', jsonb_build_array(jsonb_build_object(
             'name', 'points', 'per', r.per, 'effect', 'POINTS', 'expression', r.expression,
             'priority', 0, 'last', false)),
           'excludedProducts', '[]'::jsonb,
           'excludedCategories', '[]'::jsonb))
  FROM program p JOIN earning_rule r ON r.program_id = p.id;

DROP TABLE earning_rule;
ALTER TABLE program
  DROP COLUMN validity_months,
  DROP COLUMN validity_days,
  DROP COLUMN rounding;

CREATE FUNCTION refuse_change_of_terms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'terms are never changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER terms_kept BEFORE UPDATE OR DELETE ON terms
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_terms();

-- What the member was like when the purchase earned, where rules ask for it: what comes back is
-- rated by it.
ALTER TABLE earning ADD COLUMN facts jsonb;

-- What rules with a cap gave for a purchase, in which period, and what they might have given. What
-- a member got of a rule is the sum: it follows the earnings through merges and returns.
CREATE TABLE capped_points (
  transaction_id uuid    NOT NULL,
  membership_id  uuid    NOT NULL,
  rule           text    NOT NULL,
  period_start   date    NOT NULL,
  allowance      numeric NOT NULL,
  points         numeric NOT NULL CHECK (points <= allowance),
  PRIMARY KEY (transaction_id, membership_id, rule),
  FOREIGN KEY (transaction_id, membership_id) REFERENCES earning ON UPDATE CASCADE
);
CREATE INDEX capped_points_of_membership ON capped_points (membership_id, rule, period_start);
