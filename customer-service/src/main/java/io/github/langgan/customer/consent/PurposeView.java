package io.github.langgan.customer.consent;

import io.github.langgan.customer.model.consent.LawfulBasis;
import io.github.langgan.customer.model.consent.Purpose;
import io.github.langgan.customer.model.consent.Purposes.Text;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ConsentPurpose")
public record PurposeView(
    @Schema(required = true) String code,
    @Schema(required = true) String title,
    @Schema(required = true) LawfulBasis lawfulBasis,
    @Nullable Integer validMonths,
    @Schema(required = true) Instant introducedAt,
    @Schema(description = "Since when nobody is contacted for it any more")
        @Nullable Instant retiredAt,
    @Schema(required = true, description = "All that customers were shown, the latest first")
        List<TextView> texts) {

  @Schema(name = "ConsentText")
  public record TextView(
      @Schema(required = true) int version,
      @Schema(required = true) String language,
      @Schema(required = true) String body,
      @Schema(required = true) Instant introducedAt) {}

  /**
   * @param texts of all purposes
   */
  static PurposeView of(Purpose purpose, List<Text> texts) {
    return new PurposeView(
        purpose.code(),
        purpose.title(),
        purpose.lawfulBasis(),
        purpose.validMonths(),
        purpose.introducedAt(),
        purpose.retiredAt(),
        texts.stream()
            .filter(text -> text.purpose().equals(purpose.code()))
            .map(
                text ->
                    new TextView(text.version(), text.language(), text.body(), text.introducedAt()))
            .toList());
  }
}
