package io.github.langgan.chassis.encryption;

import javax.crypto.SecretKey;

/** A new key, and what only services can read of it. */
public record DrawnKey(SecretKey key, WrappedKey wrapped) {}
