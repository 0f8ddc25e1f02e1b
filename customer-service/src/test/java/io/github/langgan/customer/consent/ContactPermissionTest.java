package io.github.langgan.customer.consent;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static io.github.langgan.customer.testing.CustomerApi.BETA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.customer.model.consent.ContactChannel;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ContactPermissionTest {

  private static final ConsentApi OFFICER =
      new ConsentApi(new CustomerApi(Tokens.of("privacy-officer")));
  private static final ConsentApi STAFF = new ConsentApi(AGENT);
  private static final ConsentApi PARTNER = new ConsentApi(ACME);

  private String siti = "";
  private String news = "";

  @BeforeEach
  void somebody_is_known_and_there_is_something_to_ask_her_for() {
    siti = ACME.registered(known("Siti Rahma").email("siti@example.com"));
    news = OFFICER.purpose("CONSENT", "");
  }

  @Test
  void whether_somebody_may_be_contacted_is_told_for_any_day_with_the_word_that_decides() {
    String granted =
        PARTNER
            .grant(siti, news, "EMAIL", "2026-01-05T03:00:00Z")
            .then()
            .statusCode(201)
            .extract()
            .path("actId");
    STAFF
        .say(siti, "WITHDRAWN", ",\"purpose\":\"" + news + "\"", "2026-03-01T03:00:00Z")
        .then()
        .statusCode(201);

    assertThat(STAFF.reason(siti, news, "EMAIL", "&on=2026-01-04")).isEqualTo("NO_CONSENT");
    JsonPath permission = STAFF.permission(siti, news, "EMAIL", "&on=2026-01-05");
    assertThat(permission.getBoolean("permitted")).isTrue();
    assertThat(permission.getString("actId")).isEqualTo(granted);
    assertThat(permission.getBoolean("reachable")).isTrue();
    assertThat(STAFF.reason(siti, news, "SMS", "&on=2026-01-05")).isEqualTo("NO_CONSENT");
    assertThat(STAFF.permission(siti, news, "SMS", "").getBoolean("reachable")).isFalse();
    assertThat(STAFF.reason(siti, news, "EMAIL", "&on=2026-03-01")).isEqualTo("CONSENT_WITHDRAWN");
    assertThat(STAFF.reason(siti, news, "EMAIL", "&at=2026-03-01T02:59:59Z"))
        .isEqualTo("CONSENT_GRANTED");
    assertThat(STAFF.reason(siti, news, "EMAIL", "")).isEqualTo("CONSENT_WITHDRAWN");
  }

  @Test
  void a_day_is_one_of_the_companys_time_zone() {
    PARTNER.grant(siti, news, "EMAIL", "2026-01-05T16:59:59Z").then().statusCode(201);
    String later = ACME.registered(known("Dewi"));
    PARTNER.grant(later, news, "EMAIL", "2026-01-05T17:00:00Z").then().statusCode(201);

    assertThat(STAFF.reason(siti, news, "EMAIL", "&on=2026-01-05")).isEqualTo("CONSENT_GRANTED");
    assertThat(STAFF.reason(later, news, "EMAIL", "&on=2026-01-05")).isEqualTo("NO_CONSENT");
    assertThat(STAFF.reason(later, news, "EMAIL", "&on=2026-01-06")).isEqualTo("CONSENT_GRANTED");
  }

  @Test
  void what_we_knew_at_a_time_can_be_asked() {
    Instant before = Instant.now();
    PARTNER.grant(siti, news, "EMAIL", "2026-01-05T03:00:00Z").then().statusCode(201);
    Instant after = Instant.now();

    assertThat(STAFF.reason(siti, news, "EMAIL", "&on=2026-02-01&knownAt=" + before))
        .isEqualTo("NO_CONSENT");
    assertThat(STAFF.reason(siti, news, "EMAIL", "&on=2026-02-01&knownAt=" + after))
        .isEqualTo("CONSENT_GRANTED");
  }

  @Test
  void a_consent_ends_after_the_months_of_its_purpose() {
    String purpose = OFFICER.purpose("CONSENT", ",\"validMonths\":12");
    PARTNER
        .grant(siti, purpose, "EMAIL", "2024-02-29T03:00:00Z")
        .then()
        .statusCode(201)
        .body("expiresAt", equalTo("2025-02-28T03:00:00Z"));

    assertThat(STAFF.reason(siti, purpose, "EMAIL", "&on=2025-02-27")).isEqualTo("CONSENT_GRANTED");
    assertThat(STAFF.reason(siti, purpose, "EMAIL", "&on=2025-02-28")).isEqualTo("CONSENT_EXPIRED");
  }

  @Test
  void a_retired_purpose_is_for_nobody_any_more() {
    PARTNER.grant(siti, news, "EMAIL", "2026-01-05T03:00:00Z").then().statusCode(201);
    String retirement = "/v1/consent-purposes/" + news + "/retirement";
    String at =
        OFFICER.caller().call().post(retirement).then().statusCode(200).extract().path("retiredAt");

    assertThat(STAFF.reason(siti, news, "EMAIL", "")).isEqualTo("PURPOSE_RETIRED");
    assertThat(STAFF.reason(siti, news, "EMAIL", "&on=2026-01-05")).isEqualTo("CONSENT_GRANTED");
    OFFICER.caller().call().post(retirement).then().statusCode(200).body("retiredAt", equalTo(at));
    PARTNER
        .grant(siti, news, "EMAIL", "2026-01-06T03:00:00Z")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/purpose"));
  }

  @Test
  void before_a_mailing_many_are_asked_for_at_once() {
    String dewi = ACME.registered(known("Dewi"));
    String nobody = UUID.randomUUID().toString();
    PARTNER.grant(siti, news, "EMAIL", "2026-01-05T03:00:00Z").then().statusCode(201);
    String asked =
        "{\"purpose\":\"%s\",\"channel\":\"EMAIL\",\"on\":\"2026-02-01\",\"customerIds\":[\"%s\",\"%s\",\"%s\",\"%s\"]}"
            .formatted(news, dewi, siti, nobody, siti);

    PARTNER
        .post("/v1/contact-permissions", asked)
        .then()
        .statusCode(200)
        .body("items.customerId", contains(dewi, siti, nobody, siti))
        .body("items.permission.permitted", contains(false, true, true))
        .body("items[2].permission", nullValue());
    new ConsentApi(BETA)
        .post("/v1/contact-permissions", asked)
        .then()
        .statusCode(200)
        .body("items.permission", contains(nullValue(), nullValue(), nullValue(), nullValue()));
    PARTNER
        .post("/v1/contact-permissions", asked.replace(news, "NEVER_HEARD_OF"))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/purpose"));
  }

  @Test
  void everything_is_told_in_one_answer() {
    PARTNER.grant(siti, news, "EMAIL", "2026-01-05T03:00:00Z").then().statusCode(201);

    JsonPath all = AGENT.call().get("/v1/customers/{id}/consents", siti).jsonPath();

    List<String> permitted =
        all.getList(
            "permissions.findAll { it.purpose == '%s' && it.permitted }.channel".formatted(news));
    assertThat(permitted).containsExactly("EMAIL");
    assertThat(all.getList("permissions.findAll { it.purpose == '%s' }".formatted(news)))
        .hasSize(ContactChannel.values().length);
  }
}
