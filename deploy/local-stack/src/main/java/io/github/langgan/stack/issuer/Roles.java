package io.github.langgan.stack.issuer;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who may do what: the roles and their scopes, from {@code stack/roles.properties}. */
public record Roles(SortedMap<String, Set<String>> scopesByRole) {

  public static Roles load() {
    Properties file = new Properties();
    try (var stream = Roles.class.getResourceAsStream("/stack/roles.properties");
        var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      file.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SortedMap<String, Set<String>> roles = new TreeMap<>();
    file.forEach((role, scopes) -> roles.put((String) role, words((String) scopes)));
    return new Roles(Collections.unmodifiableSortedMap(roles));
  }

  public Set<String> names() {
    return scopesByRole.keySet();
  }

  Optional<Set<String>> scopesOf(String role) {
    return Optional.ofNullable(scopesByRole.get(role));
  }

  private static Set<String> words(String text) {
    return new LinkedHashSet<>(List.of(text.strip().split("\\s+")));
  }
}
