package io.github.langgan.customer.representation;

import io.github.langgan.customer.model.CustomerName;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "Name",
    description =
        "The name in full, or in parts, or both. Whoever has one name only gives it in full; an"
            + " organisation has a full name only.")
public record NameBody(
    @Schema(maxLength = 201) @Nullable String full,
    @Schema(maxLength = 100) @Nullable String given,
    @Schema(maxLength = 100) @Nullable String family) {

  public static NameBody of(CustomerName name) {
    return new NameBody(name.full(), name.given(), name.family());
  }

  /** Without a full name that only repeats the parts, so that changing a part changes the name. */
  public static NameBody asStated(CustomerName name) {
    return name.isMadeOfParts() ? new NameBody(null, name.given(), name.family()) : of(name);
  }

  CustomerName toName() {
    return CustomerName.of(full, given, family);
  }
}
