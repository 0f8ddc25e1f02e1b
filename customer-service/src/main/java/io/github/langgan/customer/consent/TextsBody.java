package io.github.langgan.customer.consent;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.customer.model.InvalidValue;
import io.github.langgan.customer.model.Language;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ConsentTextsRequest")
public record TextsBody(
    @NotNull @Size(min = 1, max = 50) @Schema(description = "The same words in each language")
        @Nullable List<@NotNull @Valid TextBody> texts) {

  @Schema(name = "ConsentTextRequest")
  public record TextBody(
      @NotBlank @Size(max = 35) @Schema(examples = "id") @Nullable String language,
      @NotBlank @Size(max = 20000) @Schema(description = "What the customer reads")
          @Nullable String body) {}

  /**
   * By language.
   *
   * @throws Problem 422 when a language is none, or there twice
   */
  Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    int place = 0;
    for (TextBody text : Objects.requireNonNull(texts)) {
      String pointer = "/texts/" + place++ + "/language";
      String language = language(pointer, Objects.requireNonNull(text.language));
      if (words.put(language, Objects.requireNonNull(text.body)) != null) {
        throw Problem.invalid(pointer, "repeated", "is there twice");
      }
    }
    return words;
  }

  private static String language(String pointer, String written) {
    try {
      return new Language(written).tag();
    } catch (InvalidValue invalid) {
      throw Problem.invalid(pointer, invalid.code(), invalid.explanation());
    }
  }
}
