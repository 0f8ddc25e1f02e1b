package io.github.langgan.stack.gateway;

import io.github.langgan.stack.service.Service;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** Which service answers which path, from {@code stack/routes.properties}. */
record RouteTable(Map<String, Service> byPrefix) {

  private static final String OPERATOR = "/v1/operator/";

  static RouteTable load() {
    Properties file = new Properties();
    try (InputStream stream = RouteTable.class.getResourceAsStream("/stack/routes.properties")) {
      file.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Service> routes = new TreeMap<>();
    for (Service service : Service.values()) {
      routes.put(OPERATOR + service.id(), service);
      for (String prefix : file.getProperty(service.id()).strip().split("\\s+")) {
        Service other = routes.put(prefix, service);
        if (other != null) {
          throw new IllegalStateException(prefix + " belongs to " + other + " and " + service);
        }
      }
    }
    return new RouteTable(Map.copyOf(routes));
  }

  /** By whole segments: {@code /v1/customers-x} is not below {@code /v1/customers}. */
  Optional<Service> ownerOf(String path) {
    String prefix = path;
    while (!prefix.isEmpty()) {
      Service owner = byPrefix.get(prefix);
      if (owner != null) {
        return Optional.of(owner);
      }
      prefix = prefix.substring(0, prefix.lastIndexOf('/'));
    }
    return Optional.empty();
  }
}
