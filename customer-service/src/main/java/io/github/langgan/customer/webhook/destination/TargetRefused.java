package io.github.langgan.customer.webhook.destination;

/** A URL that nothing is sent to. The message is for whoever registered it. */
public final class TargetRefused extends Exception {

  TargetRefused(String why) {
    super(why, null, false, false);
  }

  public String why() {
    return String.valueOf(getMessage());
  }
}
