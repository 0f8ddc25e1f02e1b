package io.github.langgan.customer.registration.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "IntakeDifference",
    description = "What a form says otherwise than the customer's record does at the moment.")
public record Difference(
    @Schema(
            required = true,
            description = "Where it stands in the intake (RFC 6901)",
            examples = "/customer/birthDate")
        String pointer,
    @Schema(required = true, description = "Of the record") String ours,
    @Schema(required = true, description = "Of the form") String theirs) {

  static List<Difference> between(FormCustomer ours, FormCustomer theirs) {
    List<Difference> found = new ArrayList<>();
    add(found, "/customer/name", ours.name().full(), theirs.name().full());
    add(found, "/customer/birthDate", ours.birthDate(), theirs.birthDate());
    add(found, "/customer/gender", ours.gender(), theirs.gender());
    add(found, "/customer/occupation", ours.occupation(), theirs.occupation());
    add(found, "/customer/language", ours.language(), theirs.language());
    return found;
  }

  private static void add(
      List<Difference> found, String pointer, @Nullable String ours, @Nullable String theirs) {
    if (ours != null && theirs != null && !Objects.equals(ours, theirs)) {
      found.add(new Difference(pointer, ours, theirs));
    }
  }
}
