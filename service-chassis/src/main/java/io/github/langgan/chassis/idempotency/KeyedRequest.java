package io.github.langgan.chassis.idempotency;

import jakarta.enterprise.context.RequestScoped;

/** The key and the fingerprint of the running request. */
@RequestScoped
class KeyedRequest {

  private String key = "";
  private byte[] hash = {};

  void set(String newKey, byte[] newHash) {
    key = newKey;
    hash = newHash;
  }

  boolean isKeyed() {
    return !key.isEmpty();
  }

  String key() {
    return key;
  }

  byte[] hash() {
    return hash;
  }
}
