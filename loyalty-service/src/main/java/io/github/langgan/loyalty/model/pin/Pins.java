package io.github.langgan.loyalty.model.pin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.chassis.encryption.DerivedKeys;
import io.github.langgan.chassis.encryption.ServiceKeys;
import io.github.langgan.loyalty.model.MembershipId;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Members' PINs, as HMAC-SHA256 by a key that is not in the database: there are so few PINs that
 * who has the table alone could try them all.
 */
@Singleton
public class Pins {

  private final DerivedKeys keys;
  private final Jdbi jdbi;

  Pins(ServiceKeys serviceKeys, Jdbi jdbi) {
    this.keys = serviceKeys.derived("membership-pin");
    this.jdbi = jdbi;
  }

  /**
   * @param wrongTries since the last right one
   */
  record Pin(
      UUID membershipId,
      String keyName,
      byte[] mac,
      int wrongTries,
      @Nullable Instant lockedUntil) {

    boolean isLockedAt(Instant now) {
      return lockedUntil != null && now.isBefore(lockedUntil);
    }
  }

  /** Begins with no wrong tries. */
  public void put(MembershipId membership, String digits, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO membership_pin (membership_id, key_name, mac, set_at)
                    VALUES (:membership, :key, :mac, :now)
                    ON CONFLICT (membership_id) DO UPDATE
                       SET key_name = excluded.key_name, mac = excluded.mac,
                           set_at = excluded.set_at, wrong_tries = 0, locked_until = NULL
                    """)
                .bind("membership", membership.value())
                .bind("key", keys.current())
                .bind("mac", mac(keys.currentKey(), membership.value(), digits))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute());
  }

  /** False when there was none. */
  public boolean remove(MembershipId membership) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate("DELETE FROM membership_pin WHERE membership_id = :membership")
                    .bind("membership", membership.value())
                    .execute())
        == 1;
  }

  /** Nobody else tries it until the commit. */
  Optional<Pin> lock(MembershipId membership) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT membership_id, key_name, mac, wrong_tries, locked_until
                      FROM membership_pin WHERE membership_id = :membership FOR UPDATE
                    """)
                .bind("membership", membership.value())
                .mapTo(Pin.class)
                .findOne());
  }

  void count(Pin pin, int wrongTries, @Nullable Instant lockedUntil) {
    @Nullable OffsetDateTime until =
        lockedUntil == null ? null : lockedUntil.atOffset(ZoneOffset.UTC);
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE membership_pin SET wrong_tries = :tries, locked_until = :until
                     WHERE membership_id = :membership
                    """)
                .bind("membership", pin.membershipId())
                .bind("tries", wrongTries)
                .bind("until", until)
                .execute());
  }

  boolean is(Pin pin, String digits) {
    SecretKey key =
        keys.named(pin.keyName())
            .orElseThrow(() -> new IllegalStateException("no service key " + pin.keyName()));
    return MessageDigest.isEqual(pin.mac(), mac(key, pin.membershipId(), digits));
  }

  private static byte[] mac(SecretKey key, UUID membership, String digits) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
      return mac.doFinal((membership + "/" + digits).getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
