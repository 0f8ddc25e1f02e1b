package io.github.langgan.customer.model;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * How sure sources are: as they say themselves, else by a rule of the form. What a person checked
 * against a document is surer than what somebody typed into a web page. Only what sources say is
 * kept with the records, so that another rule holds for what is there already, too.
 */
@Singleton
@Startup // a rule that can't be read stops the service, not its first caller
public class Confidences {

  private final Map<String, Confidence> byForm;
  private final Confidence otherwise;

  /**
   * @param rules {@code MEMBER_CARD:0.9} each
   */
  public Confidences(
      @ConfigProperty(name = "langgan.customer.confidence-by-form") List<String> rules,
      @ConfigProperty(name = "langgan.customer.confidence-otherwise") String otherwise) {
    Map<String, Confidence> confidences = new HashMap<>();
    for (String rule : rules) {
      int colon = rule.indexOf(':');
      if (colon < 1) {
        throw new IllegalArgumentException("langgan.customer.confidence-by-form: " + rule);
      }
      confidences.put(rule.substring(0, colon).strip(), Confidence.of(rule.substring(colon + 1)));
    }
    this.byForm = Map.copyOf(confidences);
    this.otherwise = Confidence.of(otherwise);
  }

  public Confidence of(Source source) {
    @Nullable Confidence stated = source.confidence();
    return stated == null ? byForm.getOrDefault(source.form(), otherwise) : stated;
  }
}
