package org.mangrove.core.forwarding.web;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.credentials.SystemGate;
import org.mangrove.core.forwarding.Forwarder;
import org.mangrove.core.forwarding.ForwarderTerms;
import org.mangrove.core.forwarding.ForwardingFilter;
import org.mangrove.core.forwarding.ForwardingFilter.ActorKind;
import org.mangrove.core.forwarding.ForwardingFilter.Origin;
import org.mangrove.core.forwarding.StatementTemplate;
import org.mangrove.core.forwarding.TargetLogin;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.core.xapi.XapiVersion;
import org.mangrove.sdk.Message;

/** What an admin has written of a forwarder. */
public class ForwarderForm {

    /** What a button of the form is for. */
    static final String PREVIEW = "preview";

    @FormParam("title")
    @DefaultValue("")
    String title = "";

    @FormParam("recipient")
    @DefaultValue("")
    String recipient = "";

    @FormParam("component")
    @DefaultValue("")
    String component = "";

    @FormParam("country")
    @DefaultValue("")
    String country = "";

    @FormParam("purpose")
    @DefaultValue("")
    String purpose = "";

    @FormParam("ground")
    @DefaultValue("")
    String ground = "";

    @FormParam("endpoint")
    @DefaultValue("")
    String endpoint = "";

    @FormParam("version")
    @DefaultValue("V2_0_0")
    String version = "V2_0_0";

    @FormParam("user")
    @DefaultValue("")
    String user = "";

    @FormParam("secret")
    @DefaultValue("")
    String secret = "";

    @FormParam("attachments")
    @DefaultValue("")
    String attachments = "";

    @FormParam("origin")
    @DefaultValue("ANY")
    String origin = "ANY";

    @FormParam("source")
    List<String> sources = List.of();

    @FormParam("actor")
    List<String> actors = List.of();

    @FormParam("verbs")
    @DefaultValue("")
    String verbs = "";

    @FormParam("activities")
    @DefaultValue("")
    String activities = "";

    @FormParam("related")
    @DefaultValue("")
    String related = "";

    @FormParam("template")
    @DefaultValue("")
    String template = "";

    @FormParam("erasure")
    @DefaultValue("")
    String erasure = "";

    @FormParam("since")
    @DefaultValue("")
    String since = "";

    @FormParam("do")
    @DefaultValue("")
    String button = "";

    static ForwarderForm empty() {
        return new ForwarderForm();
    }

    static ForwarderForm of(Forwarder forwarder) {
        ForwarderTerms terms = forwarder.terms();
        var form = new ForwarderForm();
        form.title = terms.title();
        form.recipient = terms.recipient();
        form.component = terms.component();
        form.country = terms.country();
        form.purpose = terms.purpose();
        form.ground = terms.ground();
        form.endpoint = terms.endpoint().toString();
        form.version = terms.version().name();
        form.attachments = terms.attachments() ? "yes" : "";
        form.origin = terms.filter().origin().name();
        form.sources =
                terms.filter().sources().stream().map(UUID::toString).sorted().toList();
        form.actors = terms.filter().actors().stream().map(Enum::name).toList();
        form.verbs = lines(terms.filter().verbs());
        form.activities = lines(terms.filter().activities());
        form.related = terms.filter().related() ? "yes" : "";
        form.template = terms.template();
        form.erasure = terms.erasure().map(URI::toString).orElse("");
        return form;
    }

    private static String lines(Set<String> texts) {
        return texts.stream().sorted().collect(Collectors.joining("\n"));
    }

    public String title() {
        return title.strip();
    }

    public String recipient() {
        return recipient.strip();
    }

    public boolean isOf(SystemGate.KnownSystem system) {
        return system.component().equals(component);
    }

    public String country() {
        return country.strip().toUpperCase(Locale.ROOT);
    }

    public String purpose() {
        return purpose;
    }

    public String ground() {
        return ground.strip();
    }

    public String endpoint() {
        return endpoint.strip();
    }

    public boolean speaks(XapiVersion one) {
        return version.equals(one.name());
    }

    public String user() {
        return user.strip();
    }

    public boolean sendsAttachments() {
        return !attachments.isEmpty();
    }

    public boolean isFrom(Origin one) {
        return origin.equals(one.name());
    }

    public boolean hasChosen(UUID source) {
        return sources.contains(source.toString());
    }

    public boolean hasChosen(ActorKind kind) {
        return actors.contains(kind.name());
    }

    public String verbs() {
        return verbs.strip();
    }

    public String activities() {
        return activities.strip();
    }

    public boolean isRelated() {
        return !related.isEmpty();
    }

    public String template() {
        return template.strip();
    }

    public String erasure() {
        return erasure.strip();
    }

    public String since() {
        return since.strip();
    }

    boolean asksForPreview() {
        return button.equals(PREVIEW);
    }

    /** Empty if nothing was written: what is there stays. */
    Optional<TargetLogin> login() {
        return user().isEmpty() && secret.isEmpty() ? Optional.empty() : Optional.of(new TargetLogin(user(), secret));
    }

    /** @throws Invalid if something in it cannot be read */
    ForwarderTerms terms() {
        return new ForwarderTerms(
                title(),
                address(endpoint(), "endpoint").orElseThrow(() -> noAddress("endpoint")),
                chosen(XapiVersion.class, version, "version"),
                sendsAttachments(),
                filter(),
                template(),
                country(),
                recipient(),
                purpose(),
                ground(),
                address(erasure(), "erasure"),
                component.strip());
    }

    /** What the filter and the template say, whatever the rest is. */
    ForwarderTerms termsOfPreview() {
        return new ForwarderTerms(
                title(),
                URI.create("https://example.org/"),
                chosen(XapiVersion.class, version, "version"),
                sendsAttachments(),
                filter(),
                StatementTemplate.read(template()).isEmpty() ? "" : template(),
                country(),
                recipient(),
                purpose(),
                ground(),
                Optional.empty());
    }

    /** @param zone where the day begins when it begins for the tenant */
    Optional<Instant> since(ZoneId zone) {
        return day(since(), zone, "since");
    }

    static Optional<Instant> day(String text, ZoneId zone, String place) {
        try {
            return Optional.of(text.strip())
                    .filter(day -> !day.isEmpty())
                    .map(day -> LocalDate.parse(day).atStartOfDay(zone).toInstant());
        } catch (DateTimeException notADay) {
            throw new Invalid(place, Message.of("forwarding.forwarder.no-day"));
        }
    }

    private ForwardingFilter filter() {
        return new ForwardingFilter(
                iris(verbs, "verbs"),
                iris(activities, "activities"),
                isRelated(),
                sources.stream().map(ForwarderForm::source).collect(Collectors.toSet()),
                chosen(Origin.class, origin, "origin"),
                actors.stream()
                        .map(actor -> chosen(ActorKind.class, actor, "actor"))
                        .collect(Collectors.toSet()));
    }

    private static UUID source(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new Invalid("source", Message.of("forwarding.forwarder.no-choice"));
        }
    }

    private static Set<String> iris(String text, String place) {
        Set<String> iris = Arrays.stream(text.split("\\s+"))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toSet());
        if (iris.stream().anyMatch(iri -> iri.indexOf(':') < 1)) {
            throw new Invalid(place, Message.of("forwarding.forwarder.no-iri"));
        }
        return iris;
    }

    private static <E extends Enum<E>> E chosen(Class<E> type, String name, String place) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Invalid(place, Message.of("forwarding.forwarder.no-choice")));
    }

    private static Optional<URI> address(String text, String place) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException unreadable) {
            throw noAddress(place);
        }
    }

    private static Invalid noAddress(String place) {
        return new Invalid(place, Message.of("forwarding.address.no-address"));
    }
}
