package io.github.langgan.loyalty.inbound;

import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.inbox.TopicListener;
import io.github.langgan.loyalty.inbound.ApplyTransactions.Arrival;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

@Singleton
class TransactionListener implements TopicListener {

  private final ApplyTransactions applyTransactions;

  TransactionListener(ApplyTransactions applyTransactions) {
    this.applyTransactions = applyTransactions;
  }

  @Override
  public String topic() {
    return "crm.profile";
  }

  @Override
  public Set<String> types() {
    return Set.of("transaction.recorded", "transaction.attributed");
  }

  @Override
  public void apply(List<ReceivedEvent> events) {
    applyTransactions.apply(
        events.stream()
            .map(event -> new Arrival(event.as(TransactionEvent.class).transaction(), event))
            .toList());
  }
}
