package io.github.langgan.chassis.erasure;

import io.github.langgan.chassis.encryption.DestroyedKeys;
import io.github.langgan.chassis.outbox.Outbox;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.UUID;

/** Makes all that was published of data subjects unreadable, wherever copies of it are. */
@Singleton
@Transactional(Transactional.TxType.MANDATORY)
class DestroyKeys {

  private final DestroyedKeys keys;
  private final Outbox outbox;

  DestroyKeys(DestroyedKeys keys, Outbox outbox) {
    this.keys = keys;
    this.outbox = outbox;
  }

  /**
   * Destroys every key of theirs that this service has, and tells those who keep its own. What it
   * publishes of them from now on has no {@code person}.
   */
  void of(Collection<UUID> dataSubjects) {
    outbox.append(keys.destroy(dataSubjects));
  }
}
