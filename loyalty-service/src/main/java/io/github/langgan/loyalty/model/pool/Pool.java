package io.github.langgan.loyalty.model.pool;

import io.github.langgan.loyalty.model.ProgramId;
import java.time.Instant;

public record Pool(PoolId id, ProgramId program, Instant openedAt) {}
