package io.github.langgan.customer.network.relationship;

import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.Customers;
import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.network.Being;
import io.github.langgan.customer.model.network.Parties;
import io.github.langgan.customer.network.NetworkRights;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How those who are in the network are called. */
@Singleton
class Nodes {

  private final Customers customers;
  private final Parties parties;
  private final NetworkRights rights;

  Nodes(Customers customers, Parties parties, NetworkRights rights) {
    this.customers = customers;
    this.parties = parties;
    this.rights = rights;
  }

  /** By their ids. Whom the caller may not see has no name. */
  Map<UUID, NodeView> of(Collection<Being> beings) {
    Map<UUID, Particulars> known = new HashMap<>();
    List<CustomerId> asked =
        beings.stream().filter(Being::isCustomer).map(one -> new CustomerId(one.id())).toList();
    customers
        .seen(asked, rights.visibility())
        .forEach(customer -> known.put(customer.id().value(), customer.particulars()));
    parties
        .withIds(
            beings.stream().filter(one -> !one.isCustomer()).map(Being::id).toList(),
            rights.viewer())
        .forEach(party -> known.put(party.id().value(), party.details().particulars()));
    Map<UUID, NodeView> views = new HashMap<>();
    beings.forEach(one -> views.put(one.id(), view(one, known.get(one.id()))));
    return views;
  }

  private static NodeView view(Being being, @Nullable Particulars said) {
    return new NodeView(
        being.isCustomer() ? being.id() : null,
        being.isCustomer() ? null : being.id(),
        said == null ? null : said.kind(),
        said == null ? null : said.name().full());
  }
}
