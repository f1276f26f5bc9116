package org.mangrove.core.network;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Addresses that begin alike. */
public record Network(byte[] first, int bits) {

    /** For neighbours, carriers, tests, documents and the future (RFC 6890). */
    private static final List<Network> CLOSED_4 = List.of(
            read("0.0.0.0/8"),
            read("100.64.0.0/10"),
            read("192.0.0.0/24"),
            read("192.0.2.0/24"),
            read("198.18.0.0/15"),
            read("198.51.100.0/24"),
            read("203.0.113.0/24"),
            read("240.0.0.0/4"));

    /** Unique local addresses, documents, and addresses of version 4 in disguise. */
    private static final List<Network> CLOSED_6 = List.of(
            read("fc00::/7"),
            read("2001:db8::/32"),
            read("2001::/32"),
            read("2002::/16"),
            read("64:ff9b::/96"),
            read("::/96"));

    /** Whether an address is no address of the open Internet. */
    public static boolean isOurs(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet4Address ? CLOSED_4 : CLOSED_6)
                        .stream().anyMatch(network -> network.holds(address));
    }

    /** @throws IllegalArgumentException if it is no network */
    static Network read(String text) {
        String[] parts = text.split("/", 2);
        try {
            if (!parts[0].matches("[0-9a-fA-F:.]+")) {
                throw new IllegalArgumentException(text);
            }
            byte[] first = InetAddress.getByName(parts[0]).getAddress();
            int bits = parts.length > 1 ? Integer.parseInt(parts[1]) : first.length * 8;
            if (bits < 0 || bits > first.length * 8) {
                throw new IllegalArgumentException(text);
            }
            return new Network(first, bits);
        } catch (UnknownHostException unreadable) {
            throw new IllegalArgumentException(text, unreadable);
        }
    }

    boolean holds(InetAddress of) {
        byte[] address = of.getAddress();
        if (address.length != first.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((address[bit / 8] & mask) != (first[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
