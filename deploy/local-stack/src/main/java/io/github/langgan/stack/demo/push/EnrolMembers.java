package io.github.langgan.stack.demo.push;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.langgan.stack.demo.retailer.Retailer;
import io.github.langgan.stack.demo.retailer.Shopper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Sets up the program and makes members of those who carry a card. */
public record EnrolMembers(Api api) {

  /** Returns the memberships' ids by the shoppers' identifiers. */
  public Map<String, String> enrol(Retailer retailer, Map<String, String> customerIds) {
    String program =
        api.post("/v1/loyalty/programs", program())
            .orRefused("Setting up the program")
            .path("programId")
            .asText();
    Map<String, String> memberships = new ConcurrentHashMap<>();
    List<Shopper> members = retailer.shoppers().stream().filter(Shopper::member).toList();
    Together.forEach(
        "Memberships",
        members,
        shopper -> {
          ObjectNode body =
              JsonNodeFactory.instance
                  .objectNode()
                  .put("customerId", customerIds.get(shopper.identifier()))
                  .put("programId", program);
          memberships.put(
              shopper.identifier(),
              api.post("/v1/loyalty/memberships", body)
                  .orRefused("Enrolling a member")
                  .path("membershipId")
                  .asText());
        });
    return memberships;
  }

  /** The same description again is answered with the program that exists. */
  private static ObjectNode program() {
    ObjectNode program =
        JsonNodeFactory.instance
            .objectNode()
            .put("name", "Nusantara Club")
            .put("currency", "IDR")
            .put("timeZone", "Asia/Jakarta");
    program.putObject("validity").put("months", 24);
    program.put("rounding", "DOWN").put("earnsFrom", "ALWAYS");
    program.putObject("earningRule").put("expression", "transaction.total / 1000.0");
    return program;
  }
}
