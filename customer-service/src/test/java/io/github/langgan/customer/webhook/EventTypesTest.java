package io.github.langgan.customer.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.chassis.testing.PublishedContracts;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventTypesTest {

  private static final Set<String> PUBLISHED =
      List.of("customer", "profile", "loyalty", "complaint", "analytics", "keys").stream()
          .flatMap(service -> PublishedContracts.types(service).stream())
          .collect(Collectors.toCollection(TreeSet::new));

  @Test
  void of_every_published_type_it_is_said_who_is_told() {
    Set<String> decided =
        Stream.concat(EventTypes.offered().stream(), EventTypes.AMONG_SERVICES.stream())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(decided).as("see EventTypes").isEqualTo(PUBLISHED);
  }

  @Test
  void what_services_say_to_each_other_is_told_to_nobody() {
    assertThat(EventTypes.AMONG_SERVICES)
        .allMatch(type -> EventTypes.find(type).isEmpty())
        .contains("access.prepared", "person-key.created");
  }
}
