package io.github.langgan.customer.privacy;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PrivacyPackage", description = "What all services hold of a customer.")
public record PackageView(
    @Schema(required = true) UUID privacyRequestId,
    @Schema(required = true) RequestKind kind,
    @Schema(required = true) UUID customerId,
    @Nullable Instant completedAt,
    @Schema(required = true, description = "Of each service one or more, in their order")
        List<PartView> parts) {

  @Schema(name = "PrivacyPackagePart")
  public record PartView(
      @Schema(required = true, examples = "profile") String service,
      @Schema(required = true, description = "From 1, of this service") int part,
      @Schema(
              required = true,
              type = SchemaType.OBJECT,
              description = "Rows by section, in the service's own words")
          @JsonRawValue
          String data) {}

  static PackageView of(StoredRequest request, List<PackageParts.Stored> parts) {
    return new PackageView(
        request.id(),
        request.kind(),
        request.customerId(),
        request.endedAt(),
        parts.stream()
            .map(part -> new PartView(part.service(), part.part(), part.content()))
            .toList());
  }
}
