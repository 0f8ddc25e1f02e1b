package io.github.langgan.customer.consent;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ContactPermissions")
public record PermissionsView(
    @Schema(required = true, description = "In the order of the request") List<Item> items) {

  @Schema(name = "ContactPermissionItem")
  public record Item(
      @Schema(required = true) UUID customerId,
      @Schema(
              description =
                  "Of whom the record belongs to now; absent for who is missing, or may not be seen")
          @Nullable PermissionView permission) {}
}
