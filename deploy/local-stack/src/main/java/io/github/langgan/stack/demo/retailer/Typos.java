package io.github.langgan.stack.demo.retailer;

import io.github.langgan.stack.demo.retailer.Person.Name;
import java.util.List;
import java.util.Map;

/** Slips and other spellings. */
final class Typos {

  /** Old and new spellings, and what sounds alike. */
  private static final List<Map.Entry<String, String>> SPELLINGS =
      List.of(
          Map.entry("u", "oe"),
          Map.entry("y", "i"),
          Map.entry("i", "ie"),
          Map.entry("c", "tj"),
          Map.entry("j", "dj"),
          Map.entry("f", "p"),
          Map.entry("v", "f"));

  private Typos() {}

  /** Always differs from the name. */
  static Name in(Name name, Draw draw) {
    return name.given() != null && name.family() != null
        ? Name.of(in(name.given(), draw), name.family())
        : Name.undivided(in(name.full(), draw));
  }

  private static String in(String word, Draw draw) {
    List<Map.Entry<String, String>> possible =
        SPELLINGS.stream().filter(spelling -> word.indexOf(spelling.getKey(), 1) > 0).toList();
    if (!possible.isEmpty() && draw.chance(0.4)) {
      Map.Entry<String, String> spelling = draw.one(possible);
      int at = word.indexOf(spelling.getKey(), 1);
      return word.substring(0, at) + spelling.getValue() + word.substring(at + 1);
    }
    int at = draw.between(1, word.length() - 1);
    return draw.chance(0.5)
        ? word.substring(0, at) + word.charAt(at) + word.substring(at) // a letter twice
        : word.substring(0, at) + word.substring(at + 1); // a letter missing
  }
}
