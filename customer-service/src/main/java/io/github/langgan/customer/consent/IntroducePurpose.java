package io.github.langgan.customer.consent;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.customer.model.consent.Purpose;
import io.github.langgan.customer.model.consent.Purposes;
import io.github.langgan.customer.model.consent.Purposes.Text;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what customers will be contacted for, with which words they are asked, and until when. */
@Singleton
class IntroducePurpose {

  private final Purposes purposes;
  private final Audit audit;
  private final Clock clock;

  IntroducePurpose(Purposes purposes, Audit audit, Clock clock) {
    this.purposes = purposes;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param added false when it was there before, in the same words or in others
   */
  record Introduced(Purpose purpose, boolean added, boolean asWanted) {}

  @Transactional
  Introduced introduce(PurposeBody body) {
    Purpose wanted = body.toPurpose(clock.instant());
    boolean added = purposes.add(wanted);
    if (added) {
      audit.record("purpose.introduced", "consent-purpose", wanted.code(), "", Map.of());
    }
    Purpose there = purposes.find(wanted.code()).orElseThrow();
    return new Introduced(
        there,
        added,
        there.title().equals(wanted.title())
            && there.lawfulBasis() == wanted.lawfulBasis()
            && Objects.equals(there.validMonths(), wanted.validMonths()));
  }

  /**
   * The version that these words are: a new one, unless they are those of the latest. Empty when
   * there is no such purpose.
   *
   * @param words by language
   */
  @Transactional
  Optional<NewText> word(String code, Map<String, String> words) {
    return purposes.lock(code).map(purpose -> word(purpose, words));
  }

  record NewText(Purpose purpose, int version, boolean added) {}

  private NewText word(Purpose purpose, Map<String, String> words) {
    List<Text> texts = purposes.texts(List.of(purpose.code()));
    int latest = texts.isEmpty() ? 0 : texts.getFirst().version();
    Map<String, String> inForce =
        texts.stream()
            .filter(text -> text.version() == latest)
            .collect(Collectors.toMap(Text::language, Text::body));
    if (inForce.equals(words)) {
      return new NewText(purpose, latest, false);
    }
    Instant now = clock.instant();
    purposes.addTexts(
        words.entrySet().stream()
            .map(one -> new Text(purpose.code(), latest + 1, one.getKey(), one.getValue(), now))
            .toList());
    audit.record(
        "purpose.worded", "consent-purpose", purpose.code(), "", Map.of("version", latest + 1));
    return new NewText(purpose, latest + 1, true);
  }

  /** Empty when there is no such purpose. */
  @Transactional
  Optional<Purpose> retire(String code) {
    Optional<Purpose> purpose = purposes.lock(code);
    if (purpose.isPresent() && purpose.get().retiredAt() == null) {
      purposes.retire(code, clock.instant());
      audit.record("purpose.retired", "consent-purpose", code, "", Map.of());
    }
    return purposes.find(code);
  }
}
