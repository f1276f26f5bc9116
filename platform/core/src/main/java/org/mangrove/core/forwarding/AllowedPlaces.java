package org.mangrove.core.forwarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.forwarding.AllowedPlaces.Verdict.Allowed;
import org.mangrove.core.forwarding.AllowedPlaces.Verdict.Objected;
import org.mangrove.core.network.Network;
import org.mangrove.core.network.Networks;

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
            Networks opened = opened();
            InetAddress[] all = names.all(host.replaceAll("^\\[|]$", ""));
            boolean isOpened = Arrays.stream(all).allMatch(opened::hold);
            if (isOpened) {
                return new Allowed(all[0]);
            }
            if (Arrays.stream(all).anyMatch(Network::isOurs)) {
                return new Objected(Objection.PRIVATE);
            }
            return plain ? new Objected(Objection.NOT_HTTPS) : new Allowed(all[0]);
        } catch (UnknownHostException nobody) {
            return new Objected(Objection.UNKNOWN_HOST);
        }
    }

    private Networks opened() {
        return Networks.read(SETTING, configuration.find(SETTING).orElse(""));
    }
}
