package io.github.langgan.customer.representation;

import io.github.langgan.customer.model.CustomerName;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "Name",
    description =
        "The name in full, or in parts, or both. Whoever has one name only gives it in full; an"
            + " organisation has a full name only.")
public record NameBody(
    @Schema(examples = "Siti Rahma") @Nullable @Size(max = 201) String full,
    @Schema(examples = "Siti") @Nullable @Size(max = 100) String given,
    @Schema(examples = "Rahma") @Nullable @Size(max = 100) String family) {

  static NameBody of(CustomerName name) {
    return new NameBody(name.full(), name.given(), name.family());
  }

  /** Without a full name that only repeats the parts, so that changing a part changes the name. */
  public static NameBody asStated(CustomerName name) {
    return name.isMadeOfParts() ? new NameBody(null, name.given(), name.family()) : of(name);
  }
}
