-- Kept in step with the facts in the same statement; a rebuild from the facts gives the same rows.
CREATE TABLE customer_activity (
  customer_id       uuid PRIMARY KEY,
  purchases         int NOT NULL DEFAULT 0 CHECK (purchases >= 0),
  returns           int NOT NULL DEFAULT 0 CHECK (returns >= 0),
  first_purchase_at timestamptz,
  last_purchase_at  timestamptz,
  cases_opened      int NOT NULL DEFAULT 0 CHECK (cases_opened >= 0),
  cases_resolved    int NOT NULL DEFAULT 0 CHECK (cases_resolved >= 0),
  CHECK ((purchases = 0) = (last_purchase_at IS NULL) AND (purchases = 0) = (first_purchase_at IS NULL))
) WITH (fillfactor = 80);

-- Cost and costed revenue are net: returned goods count back at their cost.
CREATE TABLE customer_money (
  customer_id    uuid          NOT NULL,
  currency       text          NOT NULL,
  purchases      int           NOT NULL,
  purchased      numeric(24,4) NOT NULL,
  returned       numeric(24,4) NOT NULL,
  cost           numeric(28,4) NOT NULL,
  costed_revenue numeric(24,4) NOT NULL,
  PRIMARY KEY (customer_id, currency)
) WITH (fillfactor = 80);

CREATE TABLE daily_total (
  day              date          NOT NULL,
  currency         text          NOT NULL,
  type             text          NOT NULL,
  transactions     bigint        NOT NULL,
  lines            bigint        NOT NULL,
  amount           numeric(28,4) NOT NULL,
  -- those of a known customer
  identified       bigint        NOT NULL,
  identified_amount numeric(28,4) NOT NULL,
  PRIMARY KEY (day, currency, type)
) WITH (fillfactor = 80);

-- How many of the cut points lie below the value, and one: equal values share a score.
CREATE FUNCTION score_among(value anycompatible, cut_points anycompatiblearray) RETURNS smallint
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN value IS NOT NULL AND cut_points IS NOT NULL
              THEN (1 + (SELECT count(*) FROM unnest(cut_points) AS c (cut) WHERE c.cut < value))::smallint
         END
$$;

-- One row: where the quintiles of all customers with a purchase are cut.
CREATE TABLE cut_points (
  only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  as_of      timestamptz   NOT NULL,
  population int           NOT NULL,
  recency    timestamptz[] NOT NULL,
  frequency  int[]         NOT NULL,
  -- half the customers who bought more than once let less time pass between two purchases
  median_gap_seconds bigint,
  -- every customer was scored against them
  spread boolean NOT NULL DEFAULT false
);

CREATE TABLE monetary_cut_points (
  currency   text PRIMARY KEY,
  population int       NOT NULL,
  monetary   numeric[] NOT NULL
);

-- As last published.
CREATE TABLE customer_score (
  customer_id uuid PRIMARY KEY,
  recency     smallint,
  frequency   smallint,
  monetary    smallint,
  scored_at   timestamptz NOT NULL
) WITH (fillfactor = 80);

-- Monetary value is compared among those who buy in the same currency: the one that the customer
-- buys in most often, the first by name among equals.
CREATE VIEW customer_rfm AS
SELECT a.customer_id, a.purchases, a.first_purchase_at, a.last_purchase_at,
       m.currency, m.monetary
  FROM customer_activity a
  LEFT JOIN LATERAL (
    SELECT currency, purchased - returned AS monetary
      FROM customer_money m WHERE m.customer_id = a.customer_id
     ORDER BY m.purchases DESC, m.currency LIMIT 1
  ) m ON a.purchases > 0;
