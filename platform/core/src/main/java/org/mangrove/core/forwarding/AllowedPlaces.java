package org.mangrove.core.forwarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.forwarding.AllowedPlaces.Verdict.Allowed;
import org.mangrove.core.forwarding.AllowedPlaces.Verdict.Objected;

/**
 * Where a node may send something because an admin of a tenant says so. Not into the network in which the node itself stands:
 * what listens there trusts its neighbours.
 *
 * <p>An operator opens networks with {@code mangrove.forwarding.networks}, such as {@code 10.4.0.0/16,127.0.0.1}. Within them
 * {@code http} is spoken, too; everywhere else only {@code https}.
 *
 * <p>What is judged is where a name leads at this moment. Whoever goes there goes to the address of the {@link Verdict}, and
 * does not ask the name again: it may lead elsewhere by then.
 */
@ApplicationScoped
class AllowedPlaces {

    static final String SETTING = "mangrove.forwarding.networks";

    @Inject
    Configuration configuration;

    private final Lookup names;

    AllowedPlaces() {
        this(InetAddress::getAllByName);
    }

    AllowedPlaces(Lookup names) {
        this.names = names;
    }

    /** Who knows where names lead. */
    interface Lookup {

        /** @return one or more */
        InetAddress[] all(String host) throws UnknownHostException;
    }

    /** What became of an address that was looked at. */
    sealed interface Verdict {

        /** @param at to go to, and nowhere else */
        record Allowed(InetAddress at) implements Verdict {}

        record Objected(Objection why) implements Verdict {}
    }

    /** What is wrong with an address. */
    enum Objection {
        NO_ADDRESS,
        NOT_HTTPS,
        UNKNOWN_HOST,
        PRIVATE
    }

    Optional<Objection> objectionTo(URI address) {
        return switch (judge(address)) {
            case Allowed _ -> Optional.empty();
            case Objected(Objection why) -> Optional.of(why);
        };
    }

    /** Asks the name once, and again each time. */
    Verdict judge(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        String host = address.getHost();
        boolean plain = scheme.equals("http");
        if (host == null
                || !(plain || scheme.equals("https"))
                || address.getUserInfo() != null
                || address.getFragment() != null
                || address.getQuery() != null) {
            return new Objected(Objection.NO_ADDRESS);
        }
        try {
            List<Network> opened = opened();
            InetAddress[] all = names.all(host.replaceAll("^\\[|]$", ""));
            boolean isOpened = Arrays.stream(all)
                    .allMatch(each -> opened.stream().anyMatch(network -> network.holds(each.getAddress())));
            if (isOpened) {
                return new Allowed(all[0]);
            }
            if (Arrays.stream(all).anyMatch(AllowedPlaces::isOurs)) {
                return new Objected(Objection.PRIVATE);
            }
            return plain ? new Objected(Objection.NOT_HTTPS) : new Allowed(all[0]);
        } catch (UnknownHostException nobody) {
            return new Objected(Objection.UNKNOWN_HOST);
        }
    }

    private List<Network> opened() {
        return Arrays.stream(configuration.find(SETTING).orElse("").split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Network::read)
                .toList();
    }

    /** Whether an address is no address of the open Internet. */
    static boolean isOurs(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet4Address ? Network.CLOSED_4 : Network.CLOSED_6)
                        .stream().anyMatch(network -> network.holds(bytes));
    }

    /** Addresses that begin alike. */
    record Network(byte[] first, int bits) {

        /** For neighbours, carriers, tests, documents and the future (RFC 6890). */
        static final List<Network> CLOSED_4 = List.of(
                read("0.0.0.0/8"),
                read("100.64.0.0/10"),
                read("192.0.0.0/24"),
                read("192.0.2.0/24"),
                read("198.18.0.0/15"),
                read("198.51.100.0/24"),
                read("203.0.113.0/24"),
                read("240.0.0.0/4"));

        /** Unique local addresses, documents, and addresses of version 4 in disguise. */
        static final List<Network> CLOSED_6 = List.of(
                read("fc00::/7"),
                read("2001:db8::/32"),
                read("2001::/32"),
                read("2002::/16"),
                read("64:ff9b::/96"),
                read("::/96"));

        /** @throws IllegalStateException if an operator wrote something else */
        static Network read(String text) {
            String[] parts = text.split("/", 2);
            try {
                if (!parts[0].matches("[0-9a-fA-F:.]+")) {
                    throw new NumberFormatException(text);
                }
                byte[] first = InetAddress.getByName(parts[0]).getAddress();
                int bits = parts.length > 1 ? Integer.parseInt(parts[1]) : first.length * 8;
                if (bits < 0 || bits > first.length * 8) {
                    throw new NumberFormatException(text);
                }
                return new Network(first, bits);
            } catch (UnknownHostException | NumberFormatException unreadable) {
                throw new IllegalStateException(
                        SETTING + " takes networks such as 10.4.0.0/16, with commas between", unreadable);
            }
        }

        boolean holds(byte[] address) {
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
}
