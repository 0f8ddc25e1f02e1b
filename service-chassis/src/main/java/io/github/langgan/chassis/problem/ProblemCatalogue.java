package io.github.langgan.chassis.problem;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The problems that this process can answer, read once from the resource bundles. */
public final class ProblemCatalogue {

  public static final Locale INDONESIAN = Locale.of("id");

  private static final List<String> BUNDLES = List.of("chassis", "service");
  private static final String STATUS = ".status";
  private static final ProblemCatalogue LOADED = new ProblemCatalogue();

  private final Map<String, String> english = load("en");
  private final Map<String, String> indonesian = load("id");
  private final Map<String, ProblemType> types = new TreeMap<>();

  private ProblemCatalogue() {
    english.forEach(
        (key, value) -> {
          if (key.endsWith(STATUS)) {
            add(key.substring(0, key.length() - STATUS.length()), Integer.parseInt(value.strip()));
          }
        });
  }

  public static Collection<ProblemType> all() {
    return LOADED.types.values();
  }

  public static @Nullable ProblemType find(String slug) {
    return LOADED.types.get(slug);
  }

  static String text(String key, Locale language) {
    var texts =
        INDONESIAN.getLanguage().equals(language.getLanguage())
            ? LOADED.indonesian
            : LOADED.english;
    return texts.get(key);
  }

  private void add(String slug, int status) {
    for (var part : List.of(".title", ".explanation")) {
      if (!english.containsKey(slug + part) || !indonesian.containsKey(slug + part)) {
        throw new IllegalStateException(
            "problems/* lack " + slug + part + " in English or Indonesian");
      }
    }
    types.put(slug, new ProblemType(slug, status));
  }

  private static Map<String, String> load(String language) {
    var texts = new HashMap<String, String>();
    for (var bundle : BUNDLES) {
      var resource = findResource("problems/" + bundle + "_" + language + ".properties");
      if (resource != null) {
        read(resource).forEach((key, value) -> texts.put((String) key, (String) value));
      }
    }
    return texts;
  }

  private static @Nullable URL findResource(String name) {
    var loader = Thread.currentThread().getContextClassLoader();
    var found = loader == null ? null : loader.getResource(name);
    return found != null ? found : ProblemCatalogue.class.getClassLoader().getResource(name);
  }

  private static Properties read(URL resource) {
    var properties = new Properties();
    try (var in = new InputStreamReader(resource.openStream(), StandardCharsets.UTF_8)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
