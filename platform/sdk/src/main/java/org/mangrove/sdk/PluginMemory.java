package org.mangrove.sdk;

import java.util.Optional;
import java.util.SortedMap;

/**
 * Keeps short texts for one plugin in one tenant, in the tenant's own zone. It is exported and erased with the tenant.
 *
 * <p>Needs the capability {@value #CAPABILITY}. No names or other data of persons belong here: nobody can erase what
 * they cannot find.
 */
public interface PluginMemory {

    String CAPABILITY = "memory";

    /** @param name at most 100 characters */
    Optional<String> find(String name);

    /** Keeps a text of at most 10,000 characters in the place of what was kept under this name. */
    void keep(String name, String text);

    void forget(String name);

    /** All names that begin so, with their texts. */
    SortedMap<String, String> findAll(String prefix);

    /** The memory of a plugin that was not given one: every use throws {@link CapabilityNotGranted}. */
    static PluginMemory notGranted() {
        return new PluginMemory() {
            @Override
            public Optional<String> find(String name) {
                throw new CapabilityNotGranted(CAPABILITY);
            }

            @Override
            public void keep(String name, String text) {
                throw new CapabilityNotGranted(CAPABILITY);
            }

            @Override
            public void forget(String name) {
                throw new CapabilityNotGranted(CAPABILITY);
            }

            @Override
            public SortedMap<String, String> findAll(String prefix) {
                throw new CapabilityNotGranted(CAPABILITY);
            }
        };
    }
}
