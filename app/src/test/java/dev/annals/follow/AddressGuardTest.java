package dev.annals.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

  private final AddressGuard guard = new AddressGuard(List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.255.254",
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.0.1",
        "100.64.0.1",
        "100.127.255.255",
        "169.254.1.1",
        "169.254.169.254",
        "168.63.129.16",
        "192.0.0.8",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.7",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "127.1",
        "2130706433",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.1.2.3",
        "::127.0.0.1",
        "::8.8.8.8",
        "::ffff:0:10.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::808:808",
        "64:ff9b:1::a00:1",
        "64:ff9b:1:ffff::1",
        "2002:7f00:1::1",
        "2002:808:808::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:20::1",
        "2001:db8::1",
        "3fff::1",
        "fc00::1",
        "fd00:ec2::254",
        "fd12:3456::1",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "ff02::1",
        "100::1",
        "5f00::1",
        "4000::1",
        "2a00:1450::5efe:a00:1",
        "2a00:1450::200:5efe:7f00:1"
      })
  void refusesWhatIsNotOnTheOpenNetwork(String address) throws UnknownHostException {
    assertThat(guard.refusal(InetAddress.getByName(address))).as(address).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "1.1.1.1",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.255.255",
        "172.32.0.1",
        "192.167.255.255",
        "192.169.0.1",
        "169.253.0.1",
        "198.17.0.1",
        "198.20.0.1",
        "223.255.255.255",
        "::ffff:8.8.8.8",
        "2a00:1450:4001::1",
        "2606:4700::1111",
        "2001:4860:4860::8888",
        "2a00:1450::5efe:808:808"
      })
  void letsTheOpenNetworkPass(String address) throws UnknownHostException {
    assertThat(guard.refusal(InetAddress.getByName(address))).as(address).isNull();
  }

  @Test
  void letsPassWhatIsNamed() throws UnknownHostException {
    var open =
        new AddressGuard(List.of(AddressBlock.of("10.1.0.0/16"), AddressBlock.of("fd00:1::/32")));
    assertThat(open.refusal(InetAddress.getByName("10.1.2.3"))).isNull();
    assertThat(open.refusal(InetAddress.getByName("::ffff:10.1.2.3"))).isNull();
    assertThat(open.refusal(InetAddress.getByName("fd00:1:2::3"))).isNull();
    assertThat(open.refusal(InetAddress.getByName("10.2.2.3"))).isEqualTo("private");
    assertThat(open.refusal(InetAddress.getByName("::10.1.2.3"))).isEqualTo("IPv4 in IPv6");
    assertThat(open.refusal(InetAddress.getByName("127.0.0.1"))).isEqualTo("loopback");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost", "10.0.0.0/33", "10.0/8", "10.0.0.0/x", "fd00::/129"})
  void refusesBlocksThatAreNone(String block) {
    assertThatThrownBy(() -> AddressBlock.of(block)).isInstanceOf(IllegalArgumentException.class);
  }
}
