package io.github.langgan.stack.issuer;

/** Where the issuer is: what services are configured with, and what tokens name. */
public record IssuerAddress(int port) {

  static final String ID = "langgan";

  public String url() {
    return "http://127.0.0.1:%d/%s".formatted(port, ID);
  }
}
