package org.mangrove.core.credentials;

import java.util.List;
import java.util.Optional;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/** Somebody who knows which systems a tenant may be connected with. A CDI bean; asked at every request of one, so it is quick. */
public interface SystemGate {

    /** @param component the key under which it is known @param name as people call it */
    record KnownSystem(String component, String name) {}

    /** Those that may be connected now. */
    List<KnownSystem> systems(TenantProfile tenant);

    /**
     * @param component empty if nobody has said which system it is
     * @return why it may not be connected now; empty if it may
     */
    Optional<Message> objectionToNew(TenantProfile tenant, String component);

    /**
     * As {@link #objectionToNew}, of one that is connected already.
     *
     * @return why it is not let in any more; empty if it is
     */
    Optional<Message> objectionTo(TenantProfile tenant, String component);

    /** What its admin has to do so that it can stay; empty if nothing. */
    Optional<Message> warningAbout(TenantProfile tenant, String component);
}
