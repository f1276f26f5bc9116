package org.mangrove.core.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.sdk.TenantId;

/**
 * What the register of erasures calls people: whoever has an identifier and the installation's key can tell whether it is in the
 * register; whoever has the register alone can tell nothing. In each tenant somebody is called otherwise.
 */
@ApplicationScoped
class KeyedHashes {

    private static final String KEYED = "HmacSHA256";

    @Inject
    Configuration configuration;

    Set<String> of(TenantId tenant, DataSubject who) {
        var hashes = new TreeSet<String>();
        who.person().ifPresent(person -> hashes.add(of(tenant, "person", person.toString())));
        who.actor().ifPresent(actor -> hashes.add(of(tenant, "actor", actor.toString())));
        who.emails().forEach(email -> hashes.add(of(tenant, "email", email.toLowerCase(Locale.ROOT))));
        who.accounts().forEach(account -> hashes.add(of(tenant, "account", account.homePage() + " " + account.name())));
        who.openIds().forEach(openId -> hashes.add(of(tenant, "openid", openId)));
        return hashes;
    }

    private String of(TenantId tenant, String kind, String value) {
        try {
            var mac = Mac.getInstance(KEYED);
            mac.init(new SecretKeySpec(configuration.coreClientSecretKey().getBytes(StandardCharsets.UTF_8), KEYED));
            String text = "privacy/" + tenant.number() + "/" + kind + "/" + value;
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has " + KEYED, missing);
        }
    }
}
