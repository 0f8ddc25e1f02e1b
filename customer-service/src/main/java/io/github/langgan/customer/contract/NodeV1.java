package io.github.langgan.customer.contract;

import io.github.langgan.customer.model.network.Node;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An end of a relationship, by the id that was named: of a customer or of a party. */
public record NodeV1(@Nullable UUID customerId, @Nullable UUID partyId) {

  static NodeV1 of(Node node) {
    return new NodeV1(node.customerId(), node.partyId());
  }
}
