package io.github.langgan.customer.representation;

import io.github.langgan.customer.model.PostalAddress;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Address", description = "A postal address.")
public record AddressBody(
    @Schema(description = "Street and number, building, neighbourhood", maxItems = 6)
        @Nullable List<String> lines,
    @Schema(description = "City, town or village", maxLength = 200) @Nullable String locality,
    @Schema(description = "Province or state", maxLength = 200) @Nullable String region,
    @Schema(maxLength = 20) @Nullable String postalCode,
    @Schema(description = "ISO 3166-1 alpha-2", required = true, pattern = "^[A-Z]{2}$")
        String country,
    @Schema(
            readOnly = true,
            description =
                "As the post of the country wants it written, a line each, without the country's"
                    + " name; not read",
            examples = "[\"6 Tullaroop Street\",\"St James WA 4011\"]")
        @Nullable List<String> formatted) {

  public AddressBody(
      @Nullable List<String> lines,
      @Nullable String locality,
      @Nullable String region,
      @Nullable String postalCode,
      String country) {
    this(lines, locality, region, postalCode, country, null);
  }

  static AddressBody of(PostalAddress address) {
    return new AddressBody(
        address.lines(),
        address.locality(),
        address.region(),
        address.postalCode(),
        address.country(),
        address.formatted());
  }

  public PostalAddress toAddress() {
    return new PostalAddress(
        lines == null ? List.of() : lines,
        locality,
        region,
        postalCode,
        Required.of("country", country));
  }
}
