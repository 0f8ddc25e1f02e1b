package io.github.langgan.chassis.testing.http;

import io.github.langgan.stack.SharedTestStack;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens of the shared stack's issuer, each asked for once in a test run. */
public final class Tokens {

  private static final SharedTestStack STACK = SharedTestStack.join();
  private static final Map<String, String> MINTED = new ConcurrentHashMap<>();

  private Tokens() {}

  public static String of(String role) {
    return of(role, Map.of());
  }

  public static String partner(String name) {
    return of("partner", Map.of("partner", name));
  }

  public static String customer(Object customerId) {
    return of("customer", Map.of("customer_id", customerId.toString()));
  }

  /** With claims, also {@code scope}, {@code client_id}, {@code sub}, {@code aud}, {@code exp}. */
  public static String of(String role, Map<String, String> claims) {
    return MINTED.computeIfAbsent(
        role + new java.util.TreeMap<>(claims), name -> STACK.token(role, claims));
  }

  public static String issuer() {
    return STACK.issuerUrl();
  }
}
