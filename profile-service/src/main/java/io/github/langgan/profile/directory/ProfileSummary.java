package io.github.langgan.profile.directory;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Enough of a customer to choose among several. */
@Schema(description = "Enough of a customer to choose among several; the profile tells more")
public record ProfileSummary(
    @Schema(required = true) UUID customerId,
    @Schema(required = true) String kind,
    @Nullable String name,
    @Schema(required = true) List<Contact> contacts) {

  @Schema(name = "SummaryContact")
  public record Contact(
      @Schema(required = true, examples = "PHONE") String type,
      @Schema(required = true) String value) {}
}
