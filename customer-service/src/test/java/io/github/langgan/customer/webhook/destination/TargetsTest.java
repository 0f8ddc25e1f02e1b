package io.github.langgan.customer.webhook.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {

  private final HostNamesOnDemand names = new HostNamesOnDemand();
  private final Targets targets =
      new Targets(names, Set.of(443, 8443), Optional.of(Set.of("inside.test")), true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hooks.example.com",
        "//hooks.example.com/",
        "http://hooks.example.com/",
        "ftp://hooks.example.com/",
        "file:///etc/passwd",
        "https:///hooks",
        "https://hooks.example.com:22/",
        "https://hooks.example.com:80/",
        "https://hooks.example.com:0/",
        "https://hooks.example.com:99999/",
        "https://user@hooks.example.com/",
        "https://user:secret@hooks.example.com/",
        "https://hooks.example.com/#there",
        "https://hooks.example.com/a b",
        "https://hööks.example.com/",
        "https://unknown.test/",
        "https://127.0.0.1/",
        "https://127.1/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://[::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://[fe80::1%25eth0]/",
        "https://169.254.169.254/latest/meta-data/",
        "https://10.0.0.1/",
        "https://localhost/",
        "https://localhost./"
      })
  void a_url_that_nothing_may_be_sent_to_is_refused(String url) {
    assertThatThrownBy(() -> targets.find(url)).isInstanceOf(TargetRefused.class);
  }

  @Test
  void a_public_host_is_found_with_the_address_to_connect_to() throws TargetRefused {
    Target found = targets.find("https://Hooks.example.com:8443/a%20b?c=d");
    assertThat(found.tls()).isTrue();
    assertThat(found.host()).isEqualTo("hooks.example.com");
    assertThat(found.address().getAddress().getHostAddress()).isEqualTo("93.184.216.34");
    assertThat(found.address().getPort()).isEqualTo(8443);
    assertThat(found.path()).isEqualTo("/a%20b?c=d");
    assertThat(targets.find("https://hooks.example.com").path()).isEqualTo("/");
    assertThat(targets.find("https://hooks.example.com").port()).isEqualTo(443);
  }

  @Test
  void the_address_has_no_name_that_could_be_looked_up_again() throws TargetRefused {
    assertThat(targets.find("https://hooks.example.com/").address().getHostString())
        .isEqualTo("93.184.216.34");
  }

  @Test
  void one_private_address_among_public_ones_is_enough_to_refuse() {
    HostNames two =
        new HostNames() {
          @Override
          List<InetAddress> addresses(String host) throws UnknownHostException {
            return List.of(
                InetAddress.getByName("93.184.216.34"), InetAddress.getByName("10.0.0.1"));
          }
        };
    assertThatThrownBy(
            () ->
                new Targets(two, Set.of(443), Optional.empty(), false)
                    .find("https://hooks.example.com/"))
        .isInstanceOf(TargetRefused.class);
  }

  @Test
  void nobody_learns_which_names_we_have() {
    names.set("known.test", "10.0.0.1");
    assertThat(why("https://known.test/")).isEqualTo(why("https://unknown.test/"));
  }

  private String why(String url) {
    try {
      return targets.find(url).toString();
    } catch (TargetRefused refused) {
      return refused.why();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 65_536, 99_999})
  void a_port_that_there_is_not_is_refused_everywhere(int port) {
    names.set("inside.test", "10.0.0.1");
    assertThatThrownBy(() -> targets.find("http://inside.test:" + port + "/"))
        .isInstanceOf(TargetRefused.class);
  }

  @Test
  void a_host_that_may_be_private_may_be_anywhere() throws TargetRefused {
    names.set("inside.test", "10.0.0.1");
    assertThat(targets.find("http://inside.test:9999/").address().getPort()).isEqualTo(9999);
    assertThat(targets.find("http://inside.test/").tls()).isFalse();
  }

  @Test
  void production_refuses_to_start_with_hosts_that_may_be_private() {
    assertThat(Targets.refusal(true, false, Set.of("localhost"))).isPresent();
    assertThat(Targets.refusal(true, false, Set.of())).isEmpty();
    assertThat(Targets.refusal(true, true, Set.of("localhost"))).isEmpty();
    assertThat(Targets.refusal(false, false, Set.of("localhost"))).isEmpty();
  }
}
