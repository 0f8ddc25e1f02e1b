-- What the services have gathered of a customer who asked for it; deleted a month after it was
-- complete, and when the customer is erased.
CREATE TABLE privacy_package_part (
  request_id uuid NOT NULL REFERENCES privacy_request,
  service    text NOT NULL,
  part       int  NOT NULL CHECK (part >= 1),
  last       boolean NOT NULL,
  content    json NOT NULL,
  PRIMARY KEY (request_id, service, part)
);
