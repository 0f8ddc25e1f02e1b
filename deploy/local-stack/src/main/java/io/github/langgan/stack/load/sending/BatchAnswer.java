package io.github.langgan.stack.load.sending;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.langgan.stack.load.reconciling.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The API's answer to a batch. */
@JsonIgnoreProperties(ignoreUnknown = true)
record BatchAnswer(List<ItemAnswer> items) {

  private static final JsonMapper JSON = new JsonMapper();

  /** Of one item. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record ItemAnswer(int index, String outcome, @Nullable JsonNode problem) {}

  static BatchAnswer read(InputStream body) throws IOException {
    return JSON.readValue(body, BatchAnswer.class);
  }

  /** Throws {@link IOException} when it isn't an answer to so many items. */
  List<Outcome> outcomes(int size) throws IOException {
    if (items == null || items.size() != size) {
      throw new IOException("an answer to another batch");
    }
    for (int i = 0; i < size; i++) {
      if (items.get(i).index() != i || items.get(i).outcome() == null) {
        throw new IOException("an answer that can't be understood");
      }
    }
    return items.stream().map(BatchAnswer::outcome).toList();
  }

  /** In one line, whatever the body is. */
  static String problem(InputStream body) throws IOException {
    String text = new String(body.readNBytes(20_000), StandardCharsets.UTF_8);
    try {
      return problem(JSON.readTree(text));
    } catch (IOException noJson) {
      return text.lines().findFirst().orElse("");
    }
  }

  private static Outcome outcome(ItemAnswer item) {
    return switch (item.outcome()) {
      case "REJECTED" -> new Outcome.Rejected(problem(item.problem()));
      case "DUPLICATE" -> new Outcome.Recorded(true);
      default -> new Outcome.Recorded(false);
    };
  }

  private static String problem(@Nullable JsonNode problem) {
    if (problem == null) {
      return "rejected without a reason";
    }
    String type = problem.path("type").asText().replaceFirst(".*/", "");
    String detail = problem.path("detail").asText(problem.path("title").asText());
    String errors =
        StreamSupport.stream(problem.path("errors").spliterator(), false)
            .map(error -> error.path("pointer").asText() + " " + error.path("message").asText())
            .collect(Collectors.joining("; "));
    return Stream.of(type, detail, errors)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(": "));
  }
}
