package io.github.langgan.loyalty.transferring;

import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.TransferId;
import java.time.Instant;
import java.util.UUID;

/**
 * Points that a member gave to another one.
 *
 * @param from as it was named: whose points went is told by the entry
 * @param to as it was named
 */
record MemberTransfer(
    TransferId id,
    ProgramId program,
    MembershipId from,
    MembershipId to,
    long points,
    UUID givenEntry,
    UUID receivedEntry,
    Instant at) {}
