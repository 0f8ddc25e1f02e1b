package io.github.langgan.loyalty.model;

import java.time.Instant;
import java.util.UUID;

/** A customer's enrolment in a program. */
public record Membership(
    MembershipId id, CustomerId customer, ProgramId program, UUID accountId, Instant openedAt) {}
