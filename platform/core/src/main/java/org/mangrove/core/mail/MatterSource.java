package org.mangrove.core.mail;

import java.util.List;
import java.util.Locale;
import org.mangrove.core.identity.Person;
import org.mangrove.core.tenancy.TenantProfile;

/**
 * Says what waits for somebody. A CDI bean; whoever writes the mail finds it, and asks it again and again, in a transaction that is
 * under way. It need not remember what was told before.
 */
public interface MatterSource {

    List<Matter> of(TenantProfile tenant, Person person, Locale language);
}
