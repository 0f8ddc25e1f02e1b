package io.github.langgan.complaint.directory;

import static io.github.langgan.complaint.Callers.acknowledge;
import static io.github.langgan.complaint.Callers.agent;
import static io.github.langgan.complaint.Callers.asCustomer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.complaint.Callers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class DirectoryResourceTest {

  @Inject Callers callers;

  @Test
  void cases_of_a_customer_are_listed_newest_first() {
    UUID siti = callers.aCustomer();
    UUID first = callers.anOpenCase(siti);
    UUID second = callers.anOpenCase(siti);
    assertThat(ids(agent().queryParam("customerId", siti))).containsExactly(second, first);
  }

  @Test
  void cases_are_listed_by_status() {
    UUID siti = callers.aCustomer();
    UUID acknowledged = callers.anOpenCase(siti);
    UUID open = callers.anOpenCase(siti);
    acknowledge(acknowledged).statusCode(200);
    assertThat(ids(agent().queryParam("customerId", siti).queryParam("status", "OPEN")))
        .containsExactly(open);
    assertThat(ids(agent().queryParam("customerId", siti).queryParam("status", "ACKNOWLEDGED")))
        .containsExactly(acknowledged);
  }

  @Test
  void cases_opened_while_paging_are_neither_skipped_nor_repeated() {
    UUID siti = callers.aCustomer();
    List<UUID> opened = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      opened.addFirst(callers.anOpenCase(siti));
    }
    List<UUID> seen = new ArrayList<>();
    String cursor = null;
    do {
      RequestSpecification request = agent().queryParam("customerId", siti).queryParam("limit", 2);
      JsonPath page = page(cursor == null ? request : request.queryParam("cursor", cursor));
      seen.addAll(page.getList("items.caseId", UUID.class));
      cursor = page.getString("nextCursor");
      callers.anOpenCase(siti);
    } while (cursor != null);
    assertThat(seen).containsExactlyElementsOf(opened);
  }

  @Test
  void a_customer_lists_its_own_cases_whatever_it_asks_for() {
    UUID siti = callers.aCustomer();
    UUID budi = callers.aCustomer();
    UUID own = callers.anOpenCase(siti);
    callers.anOpenCase(budi);
    assertThat(ids(asCustomer(siti))).containsExactly(own);
    asCustomer(siti)
        .queryParam("customerId", budi)
        .get("/v1/cases")
        .then()
        .statusCode(200)
        .body("items", empty());
  }

  @Test
  void a_status_that_is_none_is_refused() {
    agent()
        .queryParam("status", "LOST")
        .get("/v1/cases")
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/invalid-parameter"));
  }

  private static List<UUID> ids(RequestSpecification request) {
    return page(request).getList("items.caseId", UUID.class);
  }

  private static JsonPath page(RequestSpecification request) {
    return request.get("/v1/cases").then().statusCode(200).extract().jsonPath();
  }
}
