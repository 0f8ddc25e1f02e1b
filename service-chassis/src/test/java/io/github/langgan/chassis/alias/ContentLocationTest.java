package io.github.langgan.chassis.alias;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.sample.As;
import io.github.langgan.chassis.sample.Notes;
import io.github.langgan.chassis.sample.WriteNote;
import io.github.langgan.chassis.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ContentLocationTest {

  @Inject Aliases aliases;
  @Inject Notes notes;

  private final UUID retired = UUID.randomUUID();
  private UUID note = retired;

  @BeforeEach
  void an_id_that_means_a_note() {
    note =
        notes
            .write(
                new WriteNote(
                    "c", "t", BigDecimal.ONE, Instant.EPOCH, null, null, 1, null, List.of()))
            .id();
    requiringNew().run(() -> aliases.merge(retired, note));
  }

  @Test
  void a_read_by_an_id_that_means_another_names_the_path_by_that_one() {
    As.agent()
        .get("/v1/notes/{id}?fields=text", retired)
        .then()
        .statusCode(200)
        .header("Content-Location", equalTo("/v1/notes/" + note + "?fields=text"));
    As.agent()
        .noFilters() // the description has no HEAD
        .head("/v1/notes/{id}", retired)
        .then()
        .header("Content-Location", equalTo("/v1/notes/" + note));
  }

  @Test
  void a_read_by_the_id_itself_names_none() {
    As.agent()
        .get("/v1/notes/{id}", note)
        .then()
        .statusCode(200)
        .header("Content-Location", nullValue());
  }
}
