package io.github.langgan.customer.consent;

import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class PurposeTest {

  private static final ConsentApi OFFICER =
      new ConsentApi(new CustomerApi(Tokens.of("privacy-officer")));

  @Test
  void a_purpose_stays_as_it_is() {
    String code = OFFICER.purpose("CONSENT", ",\"validMonths\":24");
    String same =
        "{\"code\":\"%s\",\"title\":\"News\",\"lawfulBasis\":\"CONSENT\",\"validMonths\":24}"
            .formatted(code);

    OFFICER.post("/v1/consent-purposes", same).then().statusCode(200);
    OFFICER
        .post("/v1/consent-purposes", same.replace("\"validMonths\":24", "\"validMonths\":36"))
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/purpose-conflict"));
    OFFICER
        .caller()
        .call()
        .get("/v1/consent-purposes/{code}", code)
        .then()
        .statusCode(200)
        .body("validMonths", equalTo(24));
    OFFICER.caller().call().get("/v1/consent-purposes/NEVER_HEARD_OF").then().statusCode(404);
  }

  @Test
  void its_words_are_kept_as_versions() {
    String code = OFFICER.purpose("CONSENT", "");
    String texts = "/v1/consent-purposes/" + code + "/texts";
    String better =
        """
        {"texts":[{"language":"id","body":"Ya."},{"language":"en","body":"Yes."}]}
        """;

    OFFICER.post(texts, better).then().statusCode(201);
    OFFICER.post(texts, better).then().statusCode(200);

    OFFICER
        .caller()
        .call()
        .get("/v1/consent-purposes/{code}", code)
        .then()
        .body("texts.version", contains(2, 2, 1))
        .body("texts.language", contains("en", "id", "id"))
        .body("texts.body", contains("Yes.", "Ya.", "Saya setuju."));
  }

  @Test
  void a_language_is_one_and_is_there_once() {
    String texts = "/v1/consent-purposes/" + OFFICER.purpose("CONSENT", "") + "/texts";

    OFFICER
        .post(texts, ConsentApi.words("klingonish", "Ya."))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/texts/0/language"));
    OFFICER
        .post(
            texts,
            """
            {"texts":[{"language":"id","body":"Ya."},{"language":"id","body":"Yes."}]}
            """)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/texts/1/language"));
  }

  @Test
  void partners_read_the_purposes_and_change_none() {
    String code = OFFICER.purpose("CONSENT", "");
    ConsentApi partner = new ConsentApi(ACME);

    List<String> codes = ACME.call().get("/v1/consent-purposes").path("items.code");
    assertThat(codes).contains(code);
    partner
        .post("/v1/consent-purposes/" + code + "/texts", ConsentApi.words("id", "Ya."))
        .then()
        .statusCode(403);
    ACME.call().post("/v1/consent-purposes/" + code + "/retirement").then().statusCode(403);
  }
}
