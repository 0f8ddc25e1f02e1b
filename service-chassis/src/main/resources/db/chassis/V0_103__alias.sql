-- Ids that mean another one. direct: what the id was merged into; means: what it means now, which is
-- the end of the chain and no alias itself.
CREATE TABLE alias (
  id     uuid PRIMARY KEY,
  direct uuid NOT NULL,
  means  uuid NOT NULL,
  CHECK (direct <> id AND means <> id)
);
CREATE INDEX alias_means ON alias (means);
