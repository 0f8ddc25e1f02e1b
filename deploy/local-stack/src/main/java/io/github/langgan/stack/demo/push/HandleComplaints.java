package io.github.langgan.stack.demo.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.langgan.stack.demo.retailer.Complaint;
import io.github.langgan.stack.demo.retailer.Retailer;
import io.github.langgan.stack.demo.retailer.Shopper;
import io.github.langgan.stack.launcher.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/** Opens the shoppers' cases and resolves some. A case that exists isn't opened again. */
public record HandleComplaints(Api api) {

  private static final int CONFLICT = 409;

  /** Returns the cases' ids by the shoppers' identifiers. */
  public Map<String, String> handle(Retailer retailer, Map<String, String> customerIds) {
    Map<String, String> cases = new ConcurrentHashMap<>();
    List<Shopper> callers =
        retailer.shoppers().stream()
            .filter(shopper -> retailer.complaintOf(shopper).isPresent())
            .toList();
    Together.forEach(
        "Cases",
        callers,
        shopper ->
            cases.put(
                shopper.identifier(),
                handle(
                    shopper,
                    retailer.complaintOf(shopper).orElseThrow(),
                    customerIds.get(shopper.identifier()))));
    return cases;
  }

  private String handle(Shopper shopper, Complaint complaint, String customerId) {
    String id =
        existing(complaint, customerId).orElseGet(() -> open(shopper, complaint, customerId));
    complaint.resolution().ifPresent(summary -> resolve(id, summary, complaint.points()));
    return id;
  }

  private Optional<String> existing(Complaint complaint, String customerId) {
    JsonNode items =
        api.get("/v1/cases?customerId=" + customerId).orRefused("Listing cases").path("items");
    return StreamSupport.stream(items.spliterator(), false)
        .filter(item -> item.path("subject").asText().equals(complaint.subject()))
        .map(item -> item.path("caseId").asText())
        .findFirst();
  }

  private String open(Shopper shopper, Complaint complaint, String customerId) {
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("kind", complaint.complaint() ? "COMPLAINT" : "INQUIRY")
            .put("customerId", customerId)
            .put("channel", complaint.channel())
            .put("category", complaint.category())
            .put("subject", complaint.subject())
            .put("description", complaint.description());
    return api.post("/v1/cases", "demo-" + shopper.identifier() + "-" + customerId, body)
        .orRefused("Opening a case")
        .path("caseId")
        .asText();
  }

  private void resolve(String id, String summary, int points) {
    post("/v1/cases/%s/acknowledgement".formatted(id), JsonNodeFactory.instance.objectNode());
    ObjectNode resolution = JsonNodeFactory.instance.objectNode().put("summary", summary);
    if (points > 0) {
      resolution.putObject("compensation").put("points", points);
    }
    post("/v1/cases/%s/resolution".formatted(id), resolution);
  }

  /** That it was done before is fine. */
  private void post(String path, ObjectNode body) {
    Api.Answer answer = api.post(path, body);
    if (!answer.ok() && answer.status() != CONFLICT) {
      throw new Refused("%s: the API answers %s".formatted(path, answer));
    }
  }
}
