package io.github.langgan.chassis.problem;

import java.net.URI;
import java.util.Locale;

/**
 * A kind of problem with a stable {@code type}, {@code /problems/<slug>}. Status, titles and
 * explanations stand in {@code problems/chassis_{en,id}.properties} and {@code
 * problems/service_{en,id}.properties}, so that nothing is answered that has no page.
 */
public record ProblemType(String slug, int status) {

  /** Throws {@link IllegalArgumentException} when the bundles do not describe the slug. */
  public static ProblemType of(String slug) {
    var type = ProblemCatalogue.find(slug);
    if (type == null) {
      throw new IllegalArgumentException("problems/* describe no problem '" + slug + "'");
    }
    return type;
  }

  public URI uri() {
    return URI.create("/problems/" + slug);
  }

  public String title(Locale language) {
    return ProblemCatalogue.text(slug + ".title", language);
  }

  public String explanation(Locale language) {
    return ProblemCatalogue.text(slug + ".explanation", language);
  }
}
