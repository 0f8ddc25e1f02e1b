-- Records that share a key are compared with each other. The key is hashed; it is nothing to read.
CREATE TABLE match_key (
  key         bigint NOT NULL,
  customer_id uuid   NOT NULL REFERENCES customer ON DELETE CASCADE,
  PRIMARY KEY (key, customer_id)
);
CREATE INDEX match_key_of_customer ON match_key (customer_id);

-- Two records that are or may be of one person. Those that are not have no row.
CREATE TABLE match_pair (
  one         uuid        NOT NULL REFERENCES customer ON DELETE CASCADE,
  other       uuid        NOT NULL REFERENCES customer ON DELETE CASCADE,
  -- how they agree in each field, three bits a field; explains the pair
  comparison  int         NOT NULL,
  probability float8      NOT NULL CHECK (probability BETWEEN 0 AND 1),
  found_at    timestamptz NOT NULL,
  PRIMARY KEY (one, other),
  CHECK (one < other)
);
CREATE INDEX match_pair_other ON match_pair (other);

-- Those who were registered before are compared, too.
INSERT INTO due_work (id, kind, subject, due_at, payload)
SELECT uuidv7(), 'match-customer', id, now(), '' FROM customer;
