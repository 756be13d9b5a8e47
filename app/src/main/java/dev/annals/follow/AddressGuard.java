package dev.annals.follow;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says which addresses may be connected to: those of the open network, and those that the person
 * who runs Annals has named. A feed is written by others; without this check it could make Annals
 * read what only this machine can reach. Immutable and safe for use by several threads.
 */
final class AddressGuard {

  private record Rule(AddressBlock block, String reason) {}

  private static Rule rule(String block, String reason) {
    return new Rule(AddressBlock.of(block), reason);
  }

  // IANA special-purpose registries, and the metadata services of large hosts by name: most lie in
  // blocks that are refused anyway, Azure's is a public address
  private static final List<Rule> REFUSED =
      List.of(
          rule("169.254.169.254/32", "metadata service"),
          rule("168.63.129.16/32", "metadata service"),
          rule("100.100.100.200/32", "metadata service"),
          rule("fd00:ec2::254/128", "metadata service"),
          rule("0.0.0.0/8", "unspecified"),
          rule("10.0.0.0/8", "private"),
          rule("100.64.0.0/10", "shared by a carrier"),
          rule("127.0.0.0/8", "loopback"),
          rule("169.254.0.0/16", "link-local"),
          rule("172.16.0.0/12", "private"),
          rule("192.0.0.0/24", "reserved"),
          rule("192.0.2.0/24", "documentation"),
          rule("192.88.99.0/24", "relay"),
          rule("192.168.0.0/16", "private"),
          rule("198.18.0.0/15", "benchmarking"),
          rule("198.51.100.0/24", "documentation"),
          rule("203.0.113.0/24", "documentation"),
          rule("224.0.0.0/4", "multicast"),
          rule("255.255.255.255/32", "broadcast"),
          rule("240.0.0.0/4", "reserved"),
          rule("::/128", "unspecified"),
          rule("::1/128", "loopback"),
          rule("::/96", "IPv4 in IPv6"),
          rule("::ffff:0:0:0/96", "IPv4 in IPv6"),
          rule("64:ff9b::/96", "NAT64"),
          rule("64:ff9b:1::/48", "NAT64"),
          rule("2001::/32", "Teredo"),
          rule("2001::/23", "reserved"),
          rule("2001:db8::/32", "documentation"),
          rule("2002::/16", "6to4"),
          rule("3fff::/20", "documentation"),
          rule("fc00::/7", "private"),
          rule("fe80::/10", "link-local"),
          rule("fec0::/10", "site-local"),
          rule("ff00::/8", "multicast"));

  /** All that is given out for hosts on the open network in IPv6. */
  private static final AddressBlock GLOBAL = AddressBlock.of("2000::/3");

  private final List<AddressBlock> allowed;

  /**
   * A guard.
   *
   * @param allowed blocks that may be connected to whatever they are
   */
  AddressGuard(List<AddressBlock> allowed) {
    this.allowed = List.copyOf(allowed);
  }

  /** Why an address may not be connected to, or null when it may. */
  @Nullable String refusal(InetAddress address) {
    return refusal(address.getAddress());
  }

  private @Nullable String refusal(byte[] bytes) {
    byte[] plain = mapped(bytes) ? last(bytes) : bytes;
    for (AddressBlock block : allowed) {
      if (block.contains(plain)) {
        return null;
      }
    }
    for (Rule rule : REFUSED) {
      if (rule.block().contains(plain)) {
        return rule.reason();
      }
    }
    if (plain.length == 4) {
      return null;
    }
    if (!GLOBAL.contains(plain)) {
      return "reserved";
    }
    // ISATAP: the last four bytes are the IPv4 address that a router would pass it on to
    boolean isatap =
        (plain[8] & 0xfd) == 0 && plain[9] == 0 && plain[10] == 0x5e && plain[11] == -2;
    return isatap ? refusal(last(plain)) : null;
  }

  /** {@code ::ffff:a.b.c.d}, which Java itself takes for the IPv4 address. */
  private static boolean mapped(byte[] bytes) {
    if (bytes.length != 16 || bytes[10] != -1 || bytes[11] != -1) {
      return false;
    }
    for (int i = 0; i < 10; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static byte[] last(byte[] bytes) {
    return java.util.Arrays.copyOfRange(bytes, 12, 16);
  }
}
