package io.github.langgan.chassis.encryption;

import io.github.langgan.chassis.outbox.Outbox;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Gives data subjects another key when they are merged or split, so that what was published of
 * several together can be made unreadable without what was published of each alone.
 */
@Singleton
public class RenewKeys {

  private final PersonKeys keys;
  private final Outbox outbox;

  RenewKeys(PersonKeys keys, Outbox outbox) {
    this.keys = keys;
    this.outbox = outbox;
  }

  /**
   * To be called before anything is published of them as they are now.
   *
   * @param meaning all ids that mean the data subject, its own may be among them
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void of(UUID dataSubject, Set<UUID> meaning) {
    Set<UUID> others = new HashSet<>(meaning);
    others.remove(dataSubject);
    outbox.append(keys.renew(dataSubject, others));
  }
}
