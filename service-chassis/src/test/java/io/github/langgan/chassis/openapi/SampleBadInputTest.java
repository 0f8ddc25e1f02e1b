package io.github.langgan.chassis.openapi;

import io.github.langgan.chassis.sample.Notes;
import io.github.langgan.chassis.sample.WriteNote;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.http.ApiOperation;
import io.github.langgan.chassis.testing.http.BadInputContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class SampleBadInputTest extends BadInputContract {

  private static UUID note;

  @Inject Notes notes;

  @Override
  public Map<String, String> pathValues(ApiOperation operation) {
    return operation.id().equals("updateNote")
        ? Map.of("id", note.toString())
        : super.pathValues(operation);
  }

  @Override
  public void prepare() {
    if (note == null) {
      note =
          notes
              .write(
                  new WriteNote(
                      "N-1",
                      null,
                      BigDecimal.ONE,
                      Instant.parse("2026-01-05T03:00:00Z"),
                      null,
                      null,
                      1,
                      null,
                      null))
              .id();
    }
  }
}
