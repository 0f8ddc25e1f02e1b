package io.github.langgan.profile.model;

import java.util.UUID;

/** A line of a transaction, from 1. */
public record LineId(UUID transactionId, int line) {}
