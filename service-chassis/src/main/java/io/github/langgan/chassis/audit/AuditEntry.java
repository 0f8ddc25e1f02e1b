package io.github.langgan.chassis.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of the audit trail. */
record AuditEntry(
    UUID id,
    Instant at,
    String actor,
    String client,
    String action,
    String subjectType,
    String subjectId,
    String reason,
    String details,
    @Nullable String traceId) {

  /** SHA-256 over the hash before it and every field with its length, so that none can shift. */
  byte[] hashAfter(byte[] previous) {
    try {
      var bytes = new ByteArrayOutputStream();
      var out = new DataOutputStream(bytes);
      out.write(previous);
      out.writeLong(id.getMostSignificantBits());
      out.writeLong(id.getLeastSignificantBits());
      out.writeLong(at.getEpochSecond());
      out.writeInt(at.getNano());
      for (var text :
          new String[] {actor, client, action, subjectType, subjectId, reason, details}) {
        write(out, text);
      }
      write(out, traceId == null ? "" : traceId);
      return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
