package io.github.langgan.chassis.idempotency;

import jakarta.enterprise.context.RequestScoped;

/** The key and the fingerprint of the running request. */
@RequestScoped
class KeyedRequest {

  private String key = "";
  private byte[] hash = {};
  private boolean confidential;

  void set(String newKey, byte[] newHash, boolean isConfidential) {
    key = newKey;
    hash = newHash;
    confidential = isConfidential;
  }

  boolean isKeyed() {
    return !key.isEmpty();
  }

  String key() {
    return key;
  }

  boolean isConfidential() {
    return confidential;
  }

  byte[] hash() {
    return hash;
  }
}
