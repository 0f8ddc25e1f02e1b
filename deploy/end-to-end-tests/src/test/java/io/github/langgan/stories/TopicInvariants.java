package io.github.langgan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/** Invariant 9: per key, the first occurrences carry sequences 1…n without gaps. */
final class TopicInvariants {

  private TopicInvariants() {}

  static void holdOn(String topic) {
    Map<String, List<Long>> sequences = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (Topic.Event event : Topic.read(topic)) {
      if (seen.add(event.id())) {
        sequences.computeIfAbsent(event.key(), key -> new ArrayList<>()).add(event.sequence());
      }
    }
    sequences.forEach(
        (key, ofKey) ->
            assertThat(ofKey)
                .as("%s, key %s", topic, key)
                .containsExactlyElementsOf(
                    LongStream.rangeClosed(1, ofKey.size()).boxed().toList()));
  }
}
