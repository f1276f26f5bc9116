package org.mangrove.core.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantRegister;

/** By what each enterprise's courses are judged: the platform's rubric, with the figures that the enterprise has chosen. */
@ApplicationScoped
public class Rubrics {

    @Inject
    TenantRegister register;

    public Rubric of(EnterpriseId enterprise) {
        return RubricFile.PLATFORM.with(register.must(enterprise).quality());
    }
}
