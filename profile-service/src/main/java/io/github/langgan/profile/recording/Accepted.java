package io.github.langgan.profile.recording;

import io.github.langgan.profile.model.Transaction;

/** A transaction that is recorded unless all fails. */
record Accepted(Entry entry, Transaction transaction) {}
