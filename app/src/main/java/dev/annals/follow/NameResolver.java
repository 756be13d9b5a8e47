package dev.annals.follow;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks the addresses of a host up. Safe for use by several threads. */
@FunctionalInterface
public interface NameResolver {

  /** As the system does. */
  NameResolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

  /**
   * The addresses of a host, at least one.
   *
   * @param host a name, or an address in digits
   * @throws UnknownHostException when there is none
   */
  List<InetAddress> resolve(String host) throws UnknownHostException;
}
