package io.github.langgan.customer.correction;

import io.github.langgan.customer.model.Holder;
import io.github.langgan.customer.model.Identifier;

/** An identifier that another customer has. */
record Taken(Identifier identifier, Holder by) {}
