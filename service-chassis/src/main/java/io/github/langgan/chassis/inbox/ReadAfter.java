package io.github.langgan.chassis.inbox;

import io.github.langgan.chassis.event.Position;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a caller asks to read after: {@code Langgan-Position} (one or more, by comma) and {@code
 * Prefer: wait=seconds} (RFC 7240). Positions that make no sense are left out: waiting is a
 * preference.
 */
public record ReadAfter(List<Position> positions, Duration patience) {

  public static final String POSITION_HEADER = "Langgan-Position";
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,4})");

  public static ReadAfter of(HttpHeaders headers) {
    List<Position> positions =
        headers.getRequestHeaders().getOrDefault(POSITION_HEADER, List.of()).stream()
            .flatMap(line -> Arrays.stream(line.split(",")))
            .map(Position::parse)
            .flatMap(Optional::stream)
            .limit(50)
            .toList();
    Duration wait =
        headers.getRequestHeaders().getOrDefault("Prefer", List.of()).stream()
            .map(WAIT::matcher)
            .filter(Matcher::find)
            .map(found -> Duration.ofSeconds(Long.parseLong(found.group(1))))
            .findFirst()
            .orElse(Duration.ZERO);
    return new ReadAfter(positions, wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
  }

  /** Only those of the given topics. */
  public List<Position> positionsOf(List<String> topics) {
    return positions.stream().filter(position -> topics.contains(position.topic())).toList();
  }
}
