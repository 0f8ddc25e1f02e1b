package io.github.langgan.customer.webhook.destination;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What names mean in tests, without asking anybody: what a test says, else by their ends. */
@Singleton
public class HostNamesOnDemand extends HostNames {

  private static final String PUBLIC = "93.184.216.34";

  private final Map<String, String> means = new ConcurrentHashMap<>();

  /** From now on. */
  public void set(String host, String address) {
    means.put(host, address);
  }

  @Override
  List<InetAddress> addresses(String host) throws UnknownHostException {
    if (means.containsKey(host)) {
      return List.of(InetAddress.getByName(means.get(host)));
    }
    if (host.endsWith(".example.com")) {
      return List.of(InetAddress.getByName(PUBLIC));
    }
    if (host.endsWith(".test")) {
      throw new UnknownHostException(host);
    }
    return super.addresses(host);
  }
}
