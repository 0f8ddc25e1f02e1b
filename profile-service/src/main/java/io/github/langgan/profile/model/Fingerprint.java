package io.github.langgan.profile.model;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether two reports say the same: the first half of a SHA-256 over the report's values,
 * each with its length. It doesn't depend on how the report was spelled: 2.5 equals 2.50, a phone
 * number equals itself in another writing.
 */
public final class Fingerprint {

  private final MessageDigest digest = sha256();
  private byte[] bytes = new byte[8_192];
  private int length;

  private Fingerprint() {}

  public static UUID of(ReportedTransaction report) {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.add(report);
    return fingerprint.finish();
  }

  private void add(ReportedTransaction report) {
    number(report.type().ordinal());
    number(report.occurredAt().getEpochSecond());
    number(report.occurredAt().getNano());
    text(report.customer() == null ? null : report.customer().text());
    text(report.currency());
    text(report.channel());
    text(report.returns());
    number(report.lines().size());
    report.lines().forEach(this::add);
  }

  private void add(ReportedLine line) {
    text(line.product());
    text(line.name());
    text(line.category());
    number(line.quantity());
    decimal(line.unitPrice());
    decimal(line.unitCost());
    decimal(line.discount());
  }

  private void text(@Nullable String text) {
    if (text == null) {
      number(-1);
      return;
    }
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    number(encoded.length);
    makeRoom(encoded.length);
    System.arraycopy(encoded, 0, bytes, length, encoded.length);
    length += encoded.length;
  }

  /** At most four decimals, so it is a whole number of ten-thousandths. */
  private void decimal(@Nullable BigDecimal value) {
    number(value == null ? -1 : value.setScale(4).unscaledValue().longValueExact());
  }

  private void number(long value) {
    makeRoom(Long.BYTES);
    ByteBuffer.wrap(bytes, length, Long.BYTES).putLong(value);
    length += Long.BYTES;
  }

  private void makeRoom(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }

  private UUID finish() {
    digest.update(bytes, 0, length);
    ByteBuffer hash = ByteBuffer.wrap(digest.digest());
    return new UUID(hash.getLong(), hash.getLong());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
