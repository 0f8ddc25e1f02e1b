package io.github.langgan.chassis.alias;

import jakarta.enterprise.context.RequestScoped;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ids by which the running request asks and that it is answered for as others: who reads by a
 * merged record's id is told so by {@link ContentLocation}.
 */
@RequestScoped
public class AnsweredIds {

  /** A segment of a path, or a name or a value of a query. */
  private static final Pattern WORD = Pattern.compile("[^/?&=]+");

  private final Map<UUID, UUID> others = new HashMap<>();

  /**
   * To be said once it is certain that the caller may see whom the id means. The last word counts.
   *
   * @param asked as the caller wrote it
   * @param answered whose data it gets; may be the same
   */
  public void answer(UUID asked, UUID answered) {
    if (asked.equals(answered)) {
      others.remove(asked);
    } else {
      others.put(asked, answered);
    }
  }

  /**
   * As it would be asked by the ids that were answered.
   *
   * @param address a path with its query, encoded
   */
  String in(String address) {
    return others.isEmpty()
        ? address
        : WORD.matcher(address)
            .replaceAll(word -> Matcher.quoteReplacement(answered(word.group())));
  }

  private String answered(String word) {
    try {
      UUID id = UUID.fromString(URLDecoder.decode(word, StandardCharsets.UTF_8));
      return others.containsKey(id) ? others.get(id).toString() : word;
    } catch (IllegalArgumentException notAnId) {
      return word;
    }
  }
}
