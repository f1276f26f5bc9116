package org.mangrove.core.governance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantRegister;
import org.mangrove.sdk.Message;

/** Each enterprise's decision rights, as its file has them. */
@ApplicationScoped
public class RightsBook {

    @Inject
    TenantRegister register;

    public DecisionRights of(EnterpriseId enterprise) {
        return DecisionRights.of(register.must(enterprise).rights());
    }

    public boolean may(CoreCaller caller, String space, Act act) {
        return DecisionRights.of(caller.enterprise().rights()).may(space, act, caller.roles());
    }

    /** @throws Refusal.NotAllowed says whom the enterprise lets do it */
    public void mustMay(CoreCaller caller, String space, Act act) {
        if (!may(caller, space, act)) {
            throw new Refusal.NotAllowed(Message.of("governance.rights.not-yours")
                    .with(
                            "who",
                            String.join(
                                    ", ",
                                    DecisionRights.of(caller.enterprise().rights())
                                            .who(space, act))));
        }
    }
}
