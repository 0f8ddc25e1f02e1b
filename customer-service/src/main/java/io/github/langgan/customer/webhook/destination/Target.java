package io.github.langgan.customer.webhook.destination;

import java.net.InetSocketAddress;

/**
 * Where to send, as it was looked up and found to be allowed.
 *
 * @param host for the Host header, SNI and the certificate
 * @param address to connect to, and to no other
 * @param path with the query
 */
public record Target(boolean tls, String host, int port, InetSocketAddress address, String path) {}
