-- The words that names consist of, without accents and case. Few for many customers: a name with
-- typos is looked for among the words, not among the customers.
CREATE TABLE name_word (
  word text COLLATE "C" PRIMARY KEY,
  -- what like words have in common: the sound, and the word with any one letter left out
  keys text[] NOT NULL
);
CREATE INDEX name_word_keys ON name_word USING gin (keys) WITH (fastupdate = off);

-- The words of each customer's name, in the order in which they are listed: a common name's first
-- page costs as little as a rare one's.
CREATE TABLE customer_name_word (
  word        text COLLATE "C" NOT NULL,
  -- how many words the name has: whom the question names wholly comes first
  size        smallint NOT NULL CHECK (size > 0),
  customer_id uuid     NOT NULL REFERENCES customer ON DELETE CASCADE,
  -- the customer's, so that other partners' customers are passed over without looking at them
  partner     text,
  -- all words of the name, so that a question of several words needs to look at one of them only
  words       text[]   NOT NULL
);
CREATE UNIQUE INDEX customer_name_word_listed
  ON customer_name_word (word, size, customer_id DESC) INCLUDE (partner, words);
CREATE INDEX customer_name_word_of_customer ON customer_name_word (customer_id);

-- For those who read what has changed since they last did, and what was registered in a period.
CREATE INDEX customer_changed ON customer (changed_at);
CREATE INDEX customer_registered ON customer (registered_at);

-- Those who were registered before are found by name, too.
INSERT INTO due_work (id, kind, subject, due_at, payload)
SELECT uuidv7(), 'index-name', id, now(), '' FROM customer;
