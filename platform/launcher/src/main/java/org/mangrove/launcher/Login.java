package org.mangrove.launcher;

/** A user of the database, or a client of Keycloak, with its secret. */
public record Login(String name, String secret) {

    @Override
    public String toString() {
        return name;
    }
}
