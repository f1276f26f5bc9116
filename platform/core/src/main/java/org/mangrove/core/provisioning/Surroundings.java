package org.mangrove.core.provisioning;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * What the files do not say and Keycloak must be told.
 *
 * @param url where browsers reach tenants, such as {@code http://localhost:8080}
 * @param core where browsers reach the cores of enterprises
 * @param keycloak where browsers reach Keycloak
 * @param clientSecretKey of the installation: secrets of tenants' clients derive from it
 * @param coreClientSecretKey secrets of the cores' clients derive from it
 */
record Surroundings(
        URI url, URI core, URI keycloak, String clientSecretKey, String coreClientSecretKey, Secrets secrets) {

    /** {@code http://acme-de.localhost:8080} and, for those who cannot resolve it, {@code http://localhost:8080/t/acme-de}. */
    List<String> tenantAddresses(String slug) {
        return addresses(url, slug, "/t/" + slug);
    }

    List<String> coreAddresses(String slug) {
        return addresses(core, slug, "/e/" + slug);
    }

    /** Where Keycloak itself reaches a tenant: its Java does not resolve {@code *.localhost}. */
    String tenantMachineAddress(String slug) {
        return machineUrl(url) + "/t/" + slug;
    }

    /** Where Keycloak itself reaches an enterprise's core. */
    String coreMachineAddress(String slug) {
        return machineUrl(core) + "/e/" + slug;
    }

    private static List<String> addresses(URI url, String slug, String prefix) {
        var addresses = new ArrayList<String>();
        addresses.add(url.getScheme() + "://" + slug + "." + url.getAuthority());
        addresses.add(url + prefix);
        if (isLocal(url)) {
            addresses.add(machineUrl(url) + prefix);
        }
        return addresses;
    }

    private static String machineUrl(URI url) {
        return isLocal(url) ? url.toString().replace("//localhost", "//127.0.0.1") : url.toString();
    }

    private static boolean isLocal(URI url) {
        return "localhost".equals(url.getHost());
    }
}
