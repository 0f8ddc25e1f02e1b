package io.github.langgan.chassis.conditional;

import jakarta.ws.rs.core.EntityTag;

/** The version of a resource as an entity tag. */
public final class ETags {

  private ETags() {}

  /** {@code Response.ok(view).tag(ETags.of(version))}. */
  public static EntityTag of(long version) {
    return new EntityTag(Long.toString(version));
  }
}
