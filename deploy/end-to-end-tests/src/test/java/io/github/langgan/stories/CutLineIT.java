package io.github.langgan.stories;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.langgan.stack.LocalStack;
import io.github.langgan.stack.service.Service;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A partner's line is cut in the middle of a push; it pushes all of it again. */
class CutLineIT {

  private static final int RECEIPTS = 1_000;

  private final LocalStack stack = RunningStack.get();
  private final String partner = "cut-" + UUID.randomUUID().toString().substring(0, 8);
  private final Api api = Api.partner(partner);

  @Test
  void what_arrived_by_half_leaves_nothing_behind() throws Exception {
    String receipts = receipts();
    pushAndCut(receipts, receipts.length() / 2, () -> {});

    JsonNode answer = pushAgain(receipts);

    assertThat(answer.at("/recorded").asInt()).isEqualTo(RECEIPTS);
    awaitEachPublishedOnce();
  }

  @Test
  void what_arrived_whole_but_was_never_answered_is_recorded_once() throws Exception {
    String receipts = receipts();
    pushAndCut(receipts, receipts.length(), this::awaitEachPublishedOnce);

    JsonNode answer = pushAgain(receipts);

    assertThat(answer.at("/recorded").asInt()).isZero();
    assertThat(answer.at("/duplicates").asInt()).isEqualTo(RECEIPTS);
    awaitEachPublishedOnce();
  }

  private void awaitEachPublishedOnce() {
    await()
        .untilAsserted(
            () ->
                assertThat(timesPublished())
                    .hasSize(RECEIPTS)
                    .allSatisfy((receipt, times) -> assertThat(times).isOne()));
  }

  private JsonNode pushAgain(String receipts) {
    return api.post("/v1/transactions/batch", "application/x-ndjson", receipts).expect(200).json();
  }

  /** Sends so many bytes of the body that it has announced, and closes without reading. */
  private void pushAndCut(String body, int bytes, Runnable before) throws IOException {
    URI service = URI.create(stack.serviceUrl(Service.PROFILE)); // a gateway would hide the cut
    String token = stack.token("partner", Map.of("partner", partner));
    try (Socket line = new Socket(service.getHost(), service.getPort())) {
      String head =
          """
          POST /v1/transactions/batch HTTP/1.1\r
          Host: %s\r
          Authorization: Bearer %s\r
          Content-Type: application/x-ndjson\r
          Content-Length: %d\r
          \r
          """
              .formatted(service.getAuthority(), token, body.length());
      line.getOutputStream().write((head + body.substring(0, bytes)).getBytes(UTF_8));
      line.getOutputStream().flush();
      before.run();
    }
  }

  private static String receipts() {
    return IntStream.range(0, RECEIPTS)
        .mapToObj(
            i ->
                """
                {"externalId":"R-%d","type":"PURCHASE","occurredAt":"2026-01-05T03:00:00Z",\
                "currency":"GBP","channel":"STORE","lines":[{"product":"CUP","name":"Cup",\
                "quantity":2,"unitPrice":"1.25"}]}
                """
                    .formatted(i))
        .collect(Collectors.joining());
  }

  /** How often each receipt was published, redeliveries of the same event left out. */
  private Map<String, Long> timesPublished() {
    return Topic.read("crm.profile").stream()
        .filter(event -> event.type().equals("transaction.recorded"))
        .collect(Collectors.toMap(Topic.Event::id, event -> event, (first, again) -> first))
        .values()
        .stream()
        .map(event -> Json.read(event.data()))
        .filter(data -> data.at("/partner").asText().equals(partner))
        .collect(
            Collectors.groupingBy(data -> data.at("/externalId").asText(), Collectors.counting()));
  }
}
