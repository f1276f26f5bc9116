package org.mangrove.core.forwarding;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.mangrove.core.xapi.XapiVersion;

/**
 * What an admin says of a record store elsewhere that is to get what is stored here.
 *
 * @param title what the tenant calls it
 * @param endpoint its address, below which {@code statements} lies
 * @param version that is spoken with it
 * @param attachments whether it gets the files that come with statements
 * @param template by which statements are made anew for it; empty sends them as they are
 * @param country where it stands, as ISO 3166 has it
 * @param recipient who runs it, as people are told
 * @param purpose the key of a purpose of the tenant's register: what it gets the statements for
 * @param ground why the law allows it, in the tenant's words
 * @param erasure where it takes wishes to be forgotten
 * @param component under which key the store is known to those who keep account of systems; empty if nobody has said
 */
public record ForwarderTerms(
        String title,
        URI endpoint,
        XapiVersion version,
        boolean attachments,
        ForwardingFilter filter,
        String template,
        String country,
        String recipient,
        String purpose,
        String ground,
        Optional<URI> erasure,
        String component) {

    /** What was written down before there was a register of components belongs to none of its entries. */
    public ForwarderTerms {
        component = Objects.requireNonNullElse(component, "");
    }

    /** Of a store of which nobody keeps account. */
    public ForwarderTerms(
            String title,
            URI endpoint,
            XapiVersion version,
            boolean attachments,
            ForwardingFilter filter,
            String template,
            String country,
            String recipient,
            String purpose,
            String ground,
            Optional<URI> erasure) {
        this(title, endpoint, version, attachments, filter, template, country, recipient, purpose, ground, erasure, "");
    }

    /** The same with another filter. */
    ForwarderTerms with(ForwardingFilter other) {
        return new ForwarderTerms(
                title,
                endpoint,
                version,
                attachments,
                other,
                template,
                country,
                recipient,
                purpose,
                ground,
                erasure,
                component);
    }

    /** Where statements are sent. */
    URI statements() {
        String text = endpoint.toString();
        return URI.create(text.endsWith("/") ? text + "statements" : text + "/statements");
    }
}
