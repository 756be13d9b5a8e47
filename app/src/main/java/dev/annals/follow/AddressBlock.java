package dev.annals.follow;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A block of addresses, written {@code 10.0.0.0/8} or {@code fd00::/8}; a bare address is a block
 * of one.
 *
 * @param network the first address, 4 or 16 bytes; not to be changed
 * @param bits how many leading bits all addresses of the block share
 */
record AddressBlock(byte[] network, int bits) {

  AddressBlock {
    if (bits < 0 || bits > network.length * 8) {
      throw new IllegalArgumentException("no such block of addresses: /" + bits);
    }
  }

  /** Reads a block. Names are refused: they would have to be looked up. */
  static AddressBlock of(String text) {
    int slash = text.indexOf('/');
    String address = (slash < 0 ? text : text.substring(0, slash)).strip();
    boolean literal =
        !address.isEmpty()
            && address.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == '.' || c == ':');
    boolean shaped =
        address.indexOf(':') >= 0 || address.chars().filter(c -> c == '.').count() == 3;
    if (!literal || !shaped) {
      throw new IllegalArgumentException("no address or block of addresses: " + text);
    }
    try {
      byte[] network = InetAddress.getByName(address).getAddress();
      int bits = slash < 0 ? network.length * 8 : Integer.parseInt(text.substring(slash + 1));
      return new AddressBlock(network, bits);
    } catch (UnknownHostException | NumberFormatException e) {
      throw new IllegalArgumentException("no address or block of addresses: " + text, e);
    }
  }

  boolean contains(byte[] address) {
    if (address.length != network.length) {
      return false;
    }
    int whole = bits / 8;
    for (int i = 0; i < whole; i++) {
      if (address[i] != network[i]) {
        return false;
      }
    }
    int rest = bits % 8;
    int mask = 0xff << (8 - rest) & 0xff;
    return rest == 0 || (address[whole] & mask) == (network[whole] & mask);
  }
}
