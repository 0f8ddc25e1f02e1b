package io.github.langgan.customer.model;

/** That a merge or split brought the trait to a record, with this version of it. */
record Inherited(Origin by, Trait trait) {}
