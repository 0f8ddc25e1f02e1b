package io.github.langgan.customer.model.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By what programs a partner calls our API, as the identity provider should know them.
 *
 * @param name how its tokens name it (claim {@code partner}); null when they don't
 */
public record Partnership(@Nullable String name, List<Client> clients) {

  /**
   * @param id as the identity provider knows the program
   * @param scopes what it should be allowed
   */
  public record Client(String id, List<String> scopes, boolean enabled) {}
}
