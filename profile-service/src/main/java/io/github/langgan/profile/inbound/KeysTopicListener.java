package io.github.langgan.profile.inbound;

import io.github.langgan.chassis.encryption.DestroyedKeys;
import io.github.langgan.chassis.encryption.PersonKeys;
import io.github.langgan.chassis.inbox.PersonKeyListener;
import io.github.langgan.chassis.inbox.TopicListener;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** We show what others say of a person, so we are told the keys. */
@Singleton
class KeysTopicListener {

  @Produces
  @Singleton
  TopicListener keys(PersonKeys keys, DestroyedKeys destroyed) {
    return new PersonKeyListener(keys, destroyed);
  }
}
