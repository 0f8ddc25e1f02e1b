package io.github.langgan.customer.registration;

import io.github.langgan.customer.model.Holder;
import io.github.langgan.customer.model.Identifier;
import io.github.langgan.customer.model.ReplayKey;
import java.util.Map;

/** The customers that stand in the way of registrations. */
record Obstacles(Map<ReplayKey, Holder> byReplayKey, Map<Identifier, Holder> byIdentifier) {}
