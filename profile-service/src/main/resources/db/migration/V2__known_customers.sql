-- Our view of the customers, from crm.customer. It can be rebuilt from the topic.
CREATE TABLE known_customer (
  customer_id   uuid PRIMARY KEY,
  kind          text        NOT NULL,
  full_name     text,
  given_name    text,
  family_name   text,
  birth_date    date,
  contacts      jsonb       NOT NULL,
  identifiers   jsonb       NOT NULL,
  registered_at timestamptz
);

-- By what a partner may name a customer, see CustomerReference. Several customers may share one.
CREATE TABLE customer_reference (
  reference   text COLLATE "C" NOT NULL,
  customer_id uuid NOT NULL,
  PRIMARY KEY (reference, customer_id)
);
CREATE INDEX customer_reference_customer ON customer_reference (customer_id);
