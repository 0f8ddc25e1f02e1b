package io.github.langgan.customer.webhook.destination;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Which addresses are anybody's on the internet, after the IANA registries of special-purpose
 * addresses (RFC 6890). Of IPv6 only what is given out as global unicast, 2000::/3, without the
 * ranges in it that lead elsewhere (Teredo, 6to4) or nowhere. IPv4 addresses written as IPv6, also
 * NAT64's, are none of these.
 */
final class PublicAddresses {

  private static final List<Range> NO_IPV4 =
      List.of(
          Range.of("0.0.0.0", 8), // this network
          Range.of("10.0.0.0", 8), // private
          Range.of("100.64.0.0", 10), // carrier-grade NAT
          Range.of("127.0.0.0", 8), // loopback
          Range.of("169.254.0.0", 16), // link-local, and the clouds' metadata
          Range.of("172.16.0.0", 12), // private
          Range.of("192.0.0.0", 24), // protocol assignments
          Range.of("192.0.2.0", 24), // documentation
          Range.of("192.88.99.0", 24), // 6to4 relays
          Range.of("192.168.0.0", 16), // private
          Range.of("198.18.0.0", 15), // benchmarks
          Range.of("198.51.100.0", 24), // documentation
          Range.of("203.0.113.0", 24), // documentation
          Range.of("224.0.0.0", 4), // multicast
          Range.of("240.0.0.0", 4)); // reserved, broadcast

  private static final Range IPV6 = Range.of("2000::", 3);

  private static final List<Range> NO_IPV6 =
      List.of(
          Range.of("2001::", 23), // protocol assignments, Teredo
          Range.of("2001:db8::", 32), // documentation
          Range.of("2002::", 16), // 6to4, which holds an IPv4 address
          Range.of("3fff::", 20)); // documentation

  private PublicAddresses() {}

  static boolean include(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return NO_IPV4.stream().noneMatch(range -> range.includes(bytes));
    }
    return IPV6.includes(bytes) && NO_IPV6.stream().noneMatch(range -> range.includes(bytes));
  }

  private record Range(byte[] start, int bits) {

    static Range of(String start, int bits) {
      try {
        return new Range(InetAddress.getByName(start).getAddress(), bits);
      } catch (UnknownHostException notWrittenAsAnAddress) {
        throw new IllegalArgumentException(start, notWrittenAsAnAddress);
      }
    }

    boolean includes(byte[] address) {
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> bit % 8;
        if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
