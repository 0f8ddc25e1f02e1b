package io.github.langgan.chassis.encryption;

import io.github.langgan.chassis.event.PersonalEvent;
import java.util.UUID;

record SamplePersonal(UUID customerId, int number, Person person) implements PersonalEvent {

  record Person(String name) {}

  @Override
  public String type() {
    return "sample.personal";
  }

  @Override
  public UUID key() {
    return customerId;
  }

  @Override
  public UUID dataSubject() {
    return customerId;
  }
}
