CREATE TABLE sample_effect (
  position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key      uuid NOT NULL,
  number   int  NOT NULL
);
