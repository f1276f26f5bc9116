package org.mangrove.core.provisioning;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * What the files do not say and Keycloak must be told.
 *
 * @param url where browsers reach the platform, such as {@code http://localhost:8080}
 * @param keycloak where browsers reach Keycloak
 * @param clientSecretKey of the installation: secrets of our clients derive from it
 */
record Surroundings(URI url, URI keycloak, String clientSecretKey, Secrets secrets) {

    /** {@code http://acme-de.localhost:8080} and, for those who cannot resolve it, {@code http://localhost:8080/t/acme-de}. */
    List<String> tenantAddresses(String slug) {
        return addresses(slug, "/t/" + slug);
    }

    List<String> coreAddresses(String slug) {
        return addresses(slug, "/e/" + slug);
    }

    /** Where Keycloak itself reaches us: its Java does not resolve {@code *.localhost}. */
    String machineAddress(String path) {
        return machineUrl() + path;
    }

    private List<String> addresses(String slug, String prefix) {
        var addresses = new ArrayList<String>();
        addresses.add(url.getScheme() + "://" + slug + "." + url.getAuthority());
        addresses.add(url + prefix);
        if (isLocal()) {
            addresses.add(machineUrl() + prefix);
        }
        return addresses;
    }

    private String machineUrl() {
        return isLocal() ? url.toString().replace("//localhost", "//127.0.0.1") : url.toString();
    }

    private boolean isLocal() {
        return "localhost".equals(url.getHost());
    }
}
