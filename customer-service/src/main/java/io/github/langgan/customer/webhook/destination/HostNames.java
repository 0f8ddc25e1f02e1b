package io.github.langgan.customer.webhook.destination;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** What names mean at the moment. */
@DefaultBean
@Singleton
class HostNames {

  /** In the order in which they should be tried; never empty. */
  List<InetAddress> addresses(String host) throws UnknownHostException {
    return List.of(InetAddress.getAllByName(host));
  }
}
