package io.github.langgan.customer.representation;

import io.github.langgan.customer.model.PostalAddress;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Address", description = "A postal address.")
public record AddressBody(
    @Schema(
            description = "Street and number, building, neighbourhood",
            examples = "[\"Jalan Melati 5\", \"RT 03/RW 07\"]")
        @Nullable
        @Size(max = 6)
        List<@NotNull @Size(max = 200) String> lines,
    @Schema(description = "City, town or village", examples = "Bandung") @Nullable @Size(max = 200)
        String locality,
    @Schema(description = "Province or state", examples = "Jawa Barat") @Nullable @Size(max = 200)
        String region,
    @Schema(examples = "40115") @Nullable @Size(max = 20) String postalCode,
    @Schema(description = "ISO 3166-1 alpha-2", examples = "ID")
        @NotNull
        @Pattern(regexp = "[A-Z]{2}")
        String country) {

  static AddressBody of(PostalAddress address) {
    return new AddressBody(
        address.lines(),
        address.locality(),
        address.region(),
        address.postalCode(),
        address.country());
  }

  PostalAddress toAddress() {
    return new PostalAddress(
        lines == null ? List.of() : lines, locality, region, postalCode, country);
  }
}
