package org.mangrove.core.network;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/** Those that an operator has opened to what people write. */
public record Networks(List<Network> opened) {

    public Networks {
        opened = List.copyOf(opened);
    }

    /**
     * @param setting whose value it is
     * @param text such as {@code 10.4.0.0/16,127.0.0.1}; empty for none
     * @throws IllegalStateException names the setting if an operator wrote something else
     */
    public static Networks read(String setting, String text) {
        try {
            return new Networks(Arrays.stream(text.split(","))
                    .map(String::strip)
                    .filter(each -> !each.isEmpty())
                    .map(Network::read)
                    .toList());
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalStateException(
                    setting + " takes networks such as 10.4.0.0/16, with commas between", unreadable);
        }
    }

    public boolean hold(InetAddress address) {
        return opened.stream().anyMatch(network -> network.holds(address));
    }
}
