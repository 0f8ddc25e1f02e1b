package io.github.langgan.customer.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Equal for a registration and its repetition: the same particulars from the same registrant. The
 * form and its time are left out, since a repetition may state its own.
 *
 * @param value the first half of a SHA-256
 */
public record ReplayKey(UUID value) {

  /** In which order a customer's contacts, identifiers and notes are told says nothing of it. */
  private static final Comparator<Contact> CONTACTS =
      Comparator.comparing(Contact::type).thenComparing(Contact::value);

  private static final Comparator<Identifier> IDENTIFIERS =
      Comparator.comparing(Identifier::source).thenComparing(Identifier::value);
  private static final Comparator<Note> NOTES =
      Comparator.comparing(Note::label, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Note::text);

  /** Empty without an identifier: two persons may share all the rest. */
  public static Optional<ReplayKey> of(Particulars said, Registrant by) {
    if (said.identifiers().isEmpty()) {
      return Optional.empty();
    }
    StringBuilder words = new StringBuilder(200);
    add(words, by.partner());
    add(words, said.kind().name());
    add(words, said.name().full());
    add(words, said.name().given());
    add(words, said.name().family());
    add(words, said.birthDate() == null ? null : said.birthDate().value().toString());
    for (Contact contact : sorted(said.contacts(), CONTACTS)) {
      add(words, contact.type().name());
      add(words, contact.value());
    }
    for (Identifier identifier : sorted(said.identifiers(), IDENTIFIERS)) {
      add(words, identifier.source());
      add(words, identifier.value());
    }
    addLater(words, "/gender", said.gender() == null ? null : said.gender().name());
    addLater(words, "/occupation", said.occupation() == null ? null : said.occupation().value());
    addLater(words, "/language", said.language() == null ? null : said.language().tag());
    for (Note note : sorted(said.notes(), NOTES)) {
      add(words, "/note");
      add(words, note.label());
      add(words, note.text());
    }
    ByteBuffer digest = ByteBuffer.wrap(sha256(words.toString().getBytes(UTF_8)));
    return Optional.of(new ReplayKey(new UUID(digest.getLong(), digest.getLong())));
  }

  private static <T> List<T> sorted(List<T> values, Comparator<T> order) {
    return values.size() < 2 ? values : values.stream().sorted(order).toList();
  }

  /**
   * What registrations could not say from the first, so that keys from then stay as they are. No
   * source of an identifier has such a name.
   */
  private static void addLater(StringBuilder words, String name, @Nullable String value) {
    if (value != null) {
      add(words, name);
      add(words, value);
    }
  }

  /** With its length, so that no two lists of texts look alike. */
  private static void add(StringBuilder words, @Nullable String text) {
    words.append(text == null ? -1 : text.length()).append(' ').append(text);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
