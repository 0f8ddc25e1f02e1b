package io.github.langgan.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.langgan.stack.demo.push.Api;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells what the API knows of one customer, each with its address. */
record Story(Api api, PrintStream out) {

  private static final Locale INDONESIA = Locale.of("id", "ID");

  void tell(String customerId, Optional<String> membershipId, String caseId) {
    String profilePath = "/v1/profiles/" + customerId;
    JsonNode profile = api.get(profilePath).orRefused("Reading the profile");
    who(profile);
    bought(profile);
    at(profilePath, profilePath + "/timeline");
    membershipId.ifPresent(id -> points(profile, id));
    complaint(caseId);
    value(profile, customerId);
    out.printf(
        "%nTry it:%n  curl -H \"Authorization: Bearer $(./crm token --role manager)\" %s%n",
        api.url(profilePath));
  }

  private void who(JsonNode profile) {
    JsonNode contact = profile.path("contact");
    List<String> reached = new ArrayList<>();
    contact.path("emails").forEach(email -> reached.add(email.asText()));
    contact.path("phones").forEach(phone -> reached.add(phone.asText()));
    out.printf(
        "%n%s, born %s; %s%n",
        profile.at("/profile/name/full").asText(),
        profile.at("/profile/birthDate").asText("who knows when"),
        String.join(", ", reached));
  }

  private void bought(JsonNode profile) {
    JsonNode usage = profile.path("usage");
    out.printf(
        "Bought %d times from %s to %s for %s, gave back %d times.%n",
        usage.path("purchases").asLong(),
        day(usage.path("firstPurchaseAt")),
        day(usage.path("lastPurchaseAt")),
        rupiah(usage.at("/spent/0/amount")),
        usage.path("returns").asLong());
    List<String> favourites = new ArrayList<>();
    usage
        .path("favouriteProducts")
        .forEach(
            product ->
                favourites.add(
                    "%s (%d)"
                        .formatted(
                            product.path("name").asText(), product.path("quantity").asLong())));
    out.println("Likes " + String.join(", ", favourites) + ".");
  }

  private void points(JsonNode profile, String membershipId) {
    String path = "/v1/loyalty/memberships/" + membershipId;
    JsonNode membership = api.get(path).orRefused("Reading the membership");
    out.printf(
        "%nMember of %s with card %s: %,d points.%n",
        profile.at("/membership/items/0/programName").asText(),
        membership.at("/card/number").asText(),
        membership.at("/balance/active").asLong());
    at(path, path + "/entries", path + "/lots");
  }

  private void complaint(String caseId) {
    String path = "/v1/cases/" + caseId;
    JsonNode complaint = api.get(path).orRefused("Reading the case");
    out.printf(
        "%nComplained: \"%s\" It was answered: \"%s\" %,d points to make good: %s.%n",
        complaint.path("description").asText(),
        complaint.at("/resolution/summary").asText(),
        complaint.at("/compensation/points").asLong(),
        complaint.at("/compensation/state").asText("").toLowerCase(Locale.ROOT));
    at(path);
  }

  private void value(JsonNode profile, String customerId) {
    JsonNode rfm = profile.path("rfm");
    String scores =
        rfm.path("recency").isNumber()
            ? "Recency %d, frequency %d, monetary %d of 5"
                .formatted(
                    rfm.path("recency").asInt(),
                    rfm.path("frequency").asInt(),
                    rfm.path("monetary").asInt())
            : "Not yet compared with others";
    out.printf(
        "%n%s; worth %s net of returns, as of %s.%n",
        scores, rupiah(rfm.at("/revenue/0/amount")), rfm.path("scoredAt").asText());
    at("/v1/analytics/customers/" + customerId);
  }

  private void at(String... paths) {
    for (String path : paths) {
      out.println("  " + api.url(path));
    }
  }

  private static String day(JsonNode time) {
    return time.asText().replaceFirst("T.*", "");
  }

  private static String rupiah(JsonNode amount) {
    return "Rp "
        + new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(INDONESIA))
            .format(new BigDecimal(amount.asText("0")));
  }
}
