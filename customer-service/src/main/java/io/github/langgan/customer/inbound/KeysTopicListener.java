package io.github.langgan.customer.inbound;

import io.github.langgan.chassis.encryption.DestroyedKeys;
import io.github.langgan.chassis.encryption.PersonKeys;
import io.github.langgan.chassis.inbox.PersonKeyListener;
import io.github.langgan.chassis.inbox.TopicListener;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** We hand a customer what others hold of it, so we are told their keys. */
@Singleton
class KeysTopicListener {

  @Produces
  @Singleton
  TopicListener keys(PersonKeys keys, DestroyedKeys destroyed) {
    return new PersonKeyListener(keys, destroyed);
  }
}
