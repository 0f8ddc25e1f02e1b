package io.github.langgan.customer.network.partnership;

import io.github.langgan.chassis.json.Code;
import io.github.langgan.customer.model.network.Partnership;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * @param partnerName as of the claim {@code partner}, whose writing services take as it is
 */
@Schema(
    name = "PartnerClients",
    description = "By what programs a partner calls, as the identity provider should know them.")
public record PartnershipBody(
    @Code
        @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._:-]{0,99}")
        @Schema(description = "How its tokens name it: their claim partner", maxLength = 100)
        @Nullable String partnerName,
    @NotNull @Size(max = 50) @Nullable List<@NotNull @Valid ClientBody> clients) {

  @Schema(name = "PartnerClient")
  public record ClientBody(
      @NotNull
          @Code
          @Size(min = 1, max = 200)
          @Schema(description = "As the identity provider knows it; of one partner only")
          @Nullable String clientId,
      @NotNull
          @Size(max = 50)
          @Schema(
              description = "What its tokens should be allowed",
              examples = "transactions:write")
          @Nullable List<@NotNull @Pattern(regexp = "[a-z-]{1,40}:[a-z-]{1,40}") String> scopes,
      @NotNull @Schema(description = "Whether it should get tokens") @Nullable Boolean enabled) {

    static ClientBody of(Partnership.Client client) {
      return new ClientBody(client.id(), client.scopes(), client.enabled());
    }

    Partnership.Client toClient() {
      return new Partnership.Client(
          Objects.requireNonNull(clientId),
          Objects.requireNonNull(scopes).stream().distinct().sorted().toList(),
          Boolean.TRUE.equals(enabled));
    }
  }

  Partnership toPartnership() {
    return new Partnership(
        partnerName, Objects.requireNonNull(clients).stream().map(ClientBody::toClient).toList());
  }

  /** The place of a client that is there twice. */
  Optional<Integer> repeated() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < Objects.requireNonNull(clients).size(); i++) {
      if (!seen.add(Objects.requireNonNull(clients.get(i).clientId()))) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }
}
