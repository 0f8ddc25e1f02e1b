package io.github.langgan.customer.inbound;

import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.inbox.TopicListener;
import io.github.langgan.customer.webhook.intake.TakeEvents;
import java.util.List;
import java.util.Set;

/** Takes of a service's events those that somebody wants to be told of by a webhook. */
final class OnwardListener implements TopicListener {

  private final String service;
  private final TakeEvents onwards;

  OnwardListener(String service, TakeEvents onwards) {
    this.service = service;
    this.onwards = onwards;
  }

  @Override
  public String topic() {
    return "crm." + service;
  }

  /** Those of all services: nothing is done for an event that nobody waits for. */
  @Override
  public Set<String> types() {
    return onwards.wanted();
  }

  /** Nobody is sent personal data. */
  @Override
  public boolean readsPerson(String type) {
    return false;
  }

  @Override
  public void apply(List<ReceivedEvent> events) {
    onwards.take(events);
  }
}
