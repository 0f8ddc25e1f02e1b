package io.github.langgan.stack.load.sending;

import java.util.function.Consumer;

/** Says once that we wait, and once that it goes on, however many requests are concerned. */
public final class Troubles {

  private final Consumer<String> say;
  private boolean waiting;

  public Troubles(Consumer<String> say) {
    this.say = say;
  }

  synchronized void begun(String reason) {
    if (!waiting) {
      waiting = true;
      say.accept("Waiting for the API: " + reason);
    }
  }

  synchronized void over() {
    if (waiting) {
      waiting = false;
      say.accept("The API answers again.");
    }
  }
}
