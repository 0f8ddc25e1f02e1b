package io.github.langgan.customer.model;

import jakarta.inject.Singleton;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sources whose values come from the customers themselves, such as a national number that every
 * shop is told. Two records may have the same: then matching decides whether they are one customer.
 * All other sources number their customers, and a value of theirs belongs to one customer only.
 */
@Singleton
public class SharedSources {

  private final Set<String> sources;

  public SharedSources(
      @ConfigProperty(
              name = "langgan.customer.shared-identifier-sources",
              defaultValue = "nik,npwp,passport,ssn")
          Set<String> sources) {
    this.sources = Set.copyOf(sources);
  }

  public Set<String> names() {
    return sources;
  }

  public boolean share(Identifier identifier) {
    return sources.contains(identifier.source());
  }
}
