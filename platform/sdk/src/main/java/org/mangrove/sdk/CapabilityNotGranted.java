package org.mangrove.sdk;

/** A plugin used what the tenant's admin has not granted to it. */
public class CapabilityNotGranted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CapabilityNotGranted(String capability) {
        super("The capability '%s' is not granted to this plugin in this tenant".formatted(capability));
    }
}
