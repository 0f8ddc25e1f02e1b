package io.github.langgan.customer.model.network;

import org.jspecify.annotations.Nullable;

/**
 * Who looks at the network.
 *
 * @param partner that sees what it brought itself; null for the company's own staff, who see all
 */
public record Viewer(@Nullable String partner) {

  public boolean sees(@Nullable String registrant) {
    return partner == null || partner.equals(registrant);
  }
}
