package io.github.langgan.chassis.audit;

import java.util.UUID;

/** An entry's place in the chain and the hash up to and including it. */
record AuditSeal(long sequence, UUID entryId, byte[] hash) {}
