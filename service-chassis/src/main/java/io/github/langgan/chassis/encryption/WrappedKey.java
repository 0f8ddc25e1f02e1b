package io.github.langgan.chassis.encryption;

/**
 * A key that only services can read.
 *
 * @param by name of the service key
 */
public record WrappedKey(String by, byte[] bytes) {}
