package org.mangrove.journeys;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for many markers in all their forms at once, in one pass over the bytes, as Aho and Corasick do: a tree of all
 * forms in which each place knows where to go on when the next byte does not fit.
 */
final class Traces {

    private static final int NONE = -1;
    private static final int BUFFER = 1 << 16;

    private final List<int[]> next = new ArrayList<>();
    private final List<List<Marker>> ends = new ArrayList<>();

    Traces(Collection<Marker> markers) {
        grow();
        markers.forEach(marker -> marker.forms().forEach(form -> add(form, marker)));
        lead();
    }

    Set<Marker> in(byte[] bytes) {
        var found = new LinkedHashSet<Marker>();
        walk(0, bytes, bytes.length, found);
        return found;
    }

    Set<Marker> in(InputStream bytes) throws IOException {
        var found = new LinkedHashSet<Marker>();
        var buffer = new byte[BUFFER];
        int place = 0;
        for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
            place = walk(place, buffer, read, found);
        }
        return found;
    }

    private int walk(int from, byte[] bytes, int length, Set<Marker> found) {
        int place = from;
        for (int i = 0; i < length; i++) {
            place = next.get(place)[bytes[i] & 0xff];
            if (!ends.get(place).isEmpty()) {
                found.addAll(ends.get(place));
            }
        }
        return place;
    }

    private int grow() {
        var nowhere = new int[256];
        Arrays.fill(nowhere, NONE);
        next.add(nowhere);
        ends.add(new ArrayList<>());
        return next.size() - 1;
    }

    private void add(byte[] form, Marker marker) {
        int place = 0;
        for (byte each : form) {
            int[] from = next.get(place);
            if (from[each & 0xff] == NONE) {
                from[each & 0xff] = grow();
            }
            place = from[each & 0xff];
        }
        ends.get(place).add(marker);
    }

    private void lead() {
        var shorter = new int[next.size()];
        var places = new ArrayDeque<Integer>(List.of(0));
        while (!places.isEmpty()) {
            int place = places.remove();
            ends.get(place).addAll(place == 0 ? List.of() : ends.get(shorter[place]));
            for (int each = 0; each < 256; each++) {
                int there = next.get(place)[each];
                int otherwise = place == 0 ? 0 : next.get(shorter[place])[each];
                if (there == NONE) {
                    next.get(place)[each] = otherwise;
                } else {
                    shorter[there] = otherwise;
                    places.add(there);
                }
            }
        }
    }
}
