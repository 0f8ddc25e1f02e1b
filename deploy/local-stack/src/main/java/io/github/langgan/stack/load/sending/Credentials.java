package io.github.langgan.stack.load.sending;

import java.util.Optional;
import java.util.function.Supplier;

/** The bearer token that requests carry. */
public final class Credentials {

  private final Optional<Supplier<String>> source;
  private String token;

  private Credentials(Optional<Supplier<String>> source, String token) {
    this.source = source;
    this.token = token;
  }

  public static Credentials fixed(String token) {
    return new Credentials(Optional.empty(), token);
  }

  /** Asks for a token now, and again when one isn't accepted any more. */
  public static Credentials from(Supplier<String> source) {
    return new Credentials(Optional.of(source), source.get());
  }

  public synchronized String token() {
    return token;
  }

  /** Returns whether there is another one now than the one that was refused. */
  public synchronized boolean renew(String refused) {
    if (token.equals(refused)) {
      source.ifPresent(from -> token = from.get());
    }
    return !token.equals(refused);
  }
}
