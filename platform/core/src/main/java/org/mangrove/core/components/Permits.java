package org.mangrove.core.components;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantProfile;

/**
 * How components stand in a tenant's cell today, worked out of the register that the feed has brought and the clock. The core may be
 * gone; a day that passes is right at once.
 */
@ApplicationScoped
public class Permits {

    /** For so long a node believes that nothing has come by the feed. */
    private static final Duration BELIEVED = Duration.ofSeconds(3);

    private static final int REMEMBERED = 10_000;

    @Inject
    RegisterReader reader;

    @Inject
    Clock clock;

    private final Cache<Place, Optional<PublishedRegister>> registers = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(BELIEVED)
            .build();

    private record Place(String cell, EnterpriseId enterprise) {}

    /** Empty as long as none has come. */
    public Optional<PublishedRegister> register(TenantProfile tenant) {
        return registers.get(new Place(tenant.cell(), tenant.enterprise()), first -> reader.read(tenant));
    }

    public Standing standing(TenantProfile tenant, ComponentKind kind, String key) {
        return register(tenant)
                .map(register -> register.standing(kind, key, tenant.tenant().slug(), today()))
                .orElse(Standing.NOT_KEPT);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
