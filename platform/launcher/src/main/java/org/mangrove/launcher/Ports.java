package org.mangrove.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the parts of one stack listen, all of them on 127.0.0.1 only.
 *
 * @param more for nodes beyond the first; without any, those that follow the database's are taken
 */
public record Ports(int pages, int keycloak, int keycloakHealth, int database, List<Integer> more) {

    private static final int NODES_BEYOND_THE_FIRST = 4;

    public Ports {
        more = List.copyOf(more);
    }

    public Ports(int pages, int keycloak, int keycloakHealth, int database) {
        this(pages, keycloak, keycloakHealth, database, List.of());
    }

    /** Four in a row: {@code --port N} takes N to N + 3. */
    public static Ports from(int first) {
        if (first < 1024 || first > 65_532) {
            throw new Trouble("%d is no port to start from: choose one between 1024 and 65532, such as --port 8080."
                    .formatted(first));
        }
        return new Ports(first, first + 1, first + 2, first + 3);
    }

    /** Ports that nobody has now: for tests. */
    public static Ports free() {
        var held = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < 4 + NODES_BEYOND_THE_FIRST; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            List<Integer> found = held.stream().map(ServerSocket::getLocalPort).toList();
            return new Ports(found.get(0), found.get(1), found.get(2), found.get(3), found.subList(4, found.size()));
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        } finally {
            held.forEach(Ports::close);
        }
    }

    /** The port of a node, counted from 0. */
    public int node(int index) {
        if (index == 0) {
            return pages;
        }
        return more.isEmpty() ? database + index : more.get(index - 1);
    }

    /** @throws Trouble naming the first that somebody else has, and what it is for */
    void mustBeFree() {
        mustBeFree(pages, "the pages");
        mustBeFree(keycloak, "Keycloak");
        mustBeFree(keycloakHealth, "Keycloak's health");
        mustBeFree(database, "the database");
    }

    static void mustBeFree(int port, String use) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress("127.0.0.1", port));
        } catch (IOException taken) {
            throw new Trouble(
                    "Port %d, wanted for %s, is taken by another program: stop that one, or choose others with --port N (N to N + 3 are used)."
                            .formatted(port, use),
                    taken);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
