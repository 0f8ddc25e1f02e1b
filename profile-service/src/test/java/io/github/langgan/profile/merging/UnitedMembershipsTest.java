package io.github.langgan.profile.merging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.langgan.chassis.testing.PublishedContracts;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.profile.testing.Agent;
import io.github.langgan.profile.testing.Elsewhere;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class UnitedMembershipsTest {

  @Inject Elsewhere elsewhere;
  @Inject TestTopics topics;

  @Test
  void a_balance_follows_its_points_to_another_membership_and_back_without_a_trace()
      throws Exception {
    UUID siti = elsewhere.aCustomer().register();
    UUID membership = elsewhere.openMembership(siti, "6280" + siti.toString().substring(0, 8));
    elsewhere.earnPoints(membership, siti, 20, 20, "");

    moved("membership.united", siti, membership, 0);
    shows(siti, 0);
    moved("points.united", siti, membership, 50);
    shows(siti, 50);
    moved("points.divided", siti, membership, 30);
    shows(siti, 30);
    moved("membership.divided", siti, membership, 20);
    shows(siti, 20);

    Agent.timeline(siti).body("items.type", contains("points.earned", "membership.opened"));
  }

  private void moved(String type, UUID customer, UUID membership, long balance) throws Exception {
    String example = new String(PublishedContracts.example("loyalty", type, 1), UTF_8);
    ObjectNode event = (ObjectNode) new ObjectMapper().readTree(example);
    event.put("customerId", customer.toString()).put("membershipId", membership.toString());
    ((ObjectNode) event.path("balance")).put("active", balance);
    topics.publish("crm.loyalty", customer, type, event.toString());
  }

  private static void shows(UUID customer, int balance) {
    await()
        .untilAsserted(
            () -> Agent.profile(customer).body("balance.items[0].active", equalTo(balance)));
  }
}
