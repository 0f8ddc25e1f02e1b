package io.github.langgan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Two records turn out to be one person: all five services make one history of both, and give both
 * back when that was a mistake (invariant 11).
 */
class MergeIT {

  private static final Api MANAGER = Api.as("manager");

  private final Siti siti = Siti.registers();
  private final Siti sitiToo = siti.registersAgain();
  private final Api partner = Api.partner(siti.partner());

  @Test
  void two_records_become_one_history_in_all_five_services_and_two_again() {
    String purchase = recorded(siti.buys("1", 6, "2.55"));
    String other = recorded(sitiToo.buys("2", 4, "2.55"));
    String complaint = complaintOf(sitiToo);
    Seen one = seen(siti, siti, Set.of(purchase), 15, Set.of(), 1);
    Seen two = seen(sitiToo, sitiToo, Set.of(other, complaint), 10, Set.of(complaint), 1);

    JsonNode preview = dryRun();
    assertThat(preview.at("/services/1/effects/transactions").asInt()).isEqualTo(1);
    assertThat(preview.at("/services/2/effects/memberships/0/points/active").asInt()).isEqualTo(10);
    assertThat(preview.at("/services/3/effects/openCases").asInt()).isEqualTo(1);
    assertThat(preview.at("/services/4/effects/transactions").asInt()).isEqualTo(1);
    assertThat(Seen.of(siti)).isEqualTo(one);
    assertThat(Seen.of(sitiToo)).isEqualTo(two);

    String merge = merged();
    Set<String> union = Set.of(purchase, other, complaint);
    seen(siti, siti, union, 25, Set.of(complaint), 2);
    seen(sitiToo, siti, union, 25, Set.of(complaint), 2);

    String late = recorded(sitiToo.buysWithCard("3", 2, "2.55"));
    Set<String> all = Set.of(purchase, other, complaint, late);
    seen(siti, siti, all, 30, Set.of(complaint), 3);
    seen(sitiToo, siti, all, 30, Set.of(complaint), 3);

    undo(merge);
    await().untilAsserted(() -> assertThat(Seen.of(siti)).isEqualTo(one));
    seen(sitiToo, sitiToo, Set.of(other, complaint, late), 15, Set.of(complaint), 2);
  }

  private String recorded(String transaction) {
    return partner.post("/v1/transactions", transaction).expect(201).text("/transactionId");
  }

  private static String complaintOf(Siti customer) {
    return MANAGER
        .with("Idempotency-Key", "case-" + customer.customerId())
        .post(
            "/v1/cases",
            """
            {"kind":"COMPLAINT","customerId":"%s","channel":"PHONE","category":"DELIVERY",
             "subject":"Broken on arrival","description":"One heart was broken."}
            """
                .formatted(customer.customerId()))
        .expect(201)
        .text("/caseId");
  }

  /** Waits until all five agree. */
  private static Seen seen(
      Siti asked, Siti owner, Set<String> history, long points, Set<String> cases, long bought) {
    Seen expected =
        new Seen(
            owner.customerId(),
            new TreeSet<>(history),
            points,
            points,
            new TreeSet<>(cases),
            bought);
    await().untilAsserted(() -> assertThat(Seen.of(asked)).isEqualTo(expected));
    return expected;
  }

  private JsonNode dryRun() {
    return reached("PREVIEWED", begun("?dryRun=true"));
  }

  private String merged() {
    String merge = begun("");
    assertThat(reached("MERGED", merge).findValuesAsText("state")).contains("APPLIED");
    return merge;
  }

  private String begun(String query) {
    return MANAGER
        .with("Idempotency-Key", "merge-" + siti.customerId() + query)
        .post(
            "/v1/merges" + query,
            "{\"survivor\":\"%s\",\"merged\":\"%s\"}"
                .formatted(siti.customerId(), sitiToo.customerId()))
        .expect(202)
        .text("/mergeId");
  }

  private static void undo(String merge) {
    MANAGER
        .with("Idempotency-Key", "undo-" + merge)
        .post("/v1/merges/" + merge + "/undo", "")
        .expect(202);
    reached("UNDONE", merge)
        .at("/services")
        .forEach(service -> assertThat(service.path("conflicts")).as("%s", service).isEmpty());
  }

  private static JsonNode reached(String state, String merge) {
    String path = "/v1/merges/" + merge;
    return await()
        .until(
            () -> MANAGER.get(path).expect(200).json(),
            shown -> shown.path("state").asText().equals(state));
  }
}
