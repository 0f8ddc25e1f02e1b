package io.github.langgan.customer.webhook;

import io.github.langgan.chassis.json.Code;
import io.github.langgan.chassis.problem.Problem;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "RegisterWebhook", description = "Where to send which events.")
record WebhookBody(
    @NotNull
        @Code
        @Size(min = 1, max = 2000)
        @Schema(
            required = true,
            description =
                "https, on port 443 or 8443, at a public address. It is looked up, and checked, for"
                    + " each connection. Redirects are not followed")
        @Nullable String url,
    @NotNull
        @Size(min = 1, max = 100)
        @Schema(
            required = true,
            description = "The guide docs/guides/webhooks.md lists them",
            examples = "[\"customer.updated\"]")
        @Nullable List<@NotNull @Pattern(regexp = "[a-z-]{1,40}\\.[a-z-]{1,40}") String> eventTypes,
    @Nullable @Size(max = 200) String description,
    @Schema(
            description =
                "For one that is disabled no events are taken; those that wait for it wait on."
                    + " ENABLED if absent")
        @Nullable WebhookState state) {

  String target() {
    return Objects.requireNonNull(url);
  }

  List<String> types() {
    return List.copyOf(new TreeSet<>(Objects.requireNonNull(eventTypes)));
  }

  WebhookState wanted() {
    return state == null ? WebhookState.ENABLED : state;
  }

  /** 422 for types that nobody, or not this partner, can be told of. */
  void checkTypes(@Nullable String partner) {
    List<Problem> refused = new ArrayList<>();
    List<String> named = Objects.requireNonNull(eventTypes);
    for (int i = 0; i < named.size(); i++) {
      String pointer = "/eventTypes/" + i;
      EventTypes.find(named.get(i))
          .ifPresentOrElse(
              share -> {
                if (share == PartnersShare.NONE && partner != null) {
                  refused.add(
                      Problem.invalid(pointer, "not-for-partners", "is told to no partner"));
                }
              },
              () -> refused.add(Problem.invalid(pointer, "unknown", "is no type of event")));
    }
    refused.stream()
        .reduce((one, other) -> one.withErrors(other.errors()))
        .ifPresent(
            problem -> {
              throw problem;
            });
  }
}
