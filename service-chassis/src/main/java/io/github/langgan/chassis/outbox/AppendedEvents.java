package io.github.langgan.chassis.outbox;

import io.github.langgan.chassis.event.PublishedEvent;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;

/** Sees each event before it is stored. Tests check it against its published schema here. */
@DefaultBean
@Singleton
public class AppendedEvents {

  public void appended(PublishedEvent event) {}
}
