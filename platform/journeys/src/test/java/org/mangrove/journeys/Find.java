package org.mangrove.journeys;

/**
 * A marker that was found.
 *
 * @param zone a cell, or a realm of Keycloak, as {@code cell eu} or {@code realm acme-eu}; for what is no row of one, the
 *     place itself
 * @param place table and column, or a file
 */
record Find(Marker marker, String zone, String place) {

    @Override
    public String toString() {
        return "%s in %s: %s".formatted(marker, zone, place);
    }
}
