package org.mangrove.core.identity.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.identity.Account;
import org.mangrove.core.identity.PersonName;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** Somebody known to a tenant. */
@Entity
@Table(name = "identity_person")
public class PersonRow extends TenantOwned {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_EMAIL = 254;

    @Column(name = "actor_id", nullable = false, updatable = false)
    private UUID actor;

    @Column(name = "realm", nullable = false, updatable = false)
    private String realm;

    @Column(name = "subject", nullable = false, updatable = false)
    private String subject;

    @Column(name = "given_name", nullable = false)
    private String given;

    @Column(name = "family_name", nullable = false)
    private String family;

    @Column(name = "email", nullable = false)
    private String email;

    @Column(name = "language_tag")
    private @Nullable String language;

    @Column(name = "hired_on")
    private @Nullable LocalDate hiredOn;

    @Column(name = "joined_at", nullable = false, updatable = false)
    private Instant joinedAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected PersonRow() {}

    public PersonRow(TenantId tenant, UUID actor, Account account, Instant joinedAt) {
        super(tenant, Uuids.next());
        this.actor = actor;
        this.realm = account.realm();
        this.subject = account.subject();
        this.given = cut(account.name().given(), LONGEST_NAME);
        this.family = cut(account.name().family(), LONGEST_NAME);
        this.email = cut(account.email(), LONGEST_EMAIL);
        this.joinedAt = joinedAt;
    }

    /** What the realm says of a person at each sign-on replaces what it said before. */
    public void become(Account account) {
        given = cut(account.name().given(), LONGEST_NAME);
        family = cut(account.name().family(), LONGEST_NAME);
        email = cut(account.email(), LONGEST_EMAIL);
    }

    public void choose(Locale chosen) {
        language = chosen.toLanguageTag();
    }

    public void hired(LocalDate day) {
        hiredOn = day;
    }

    public Account account() {
        return new Account(realm, subject, name(), email);
    }

    public UUID actor() {
        return actor;
    }

    public PersonName name() {
        return new PersonName(given, family);
    }

    public String email() {
        return email;
    }

    public Optional<Locale> language() {
        return Optional.ofNullable(language).map(Locale::forLanguageTag);
    }

    public Optional<LocalDate> hiredOn() {
        return Optional.ofNullable(hiredOn);
    }

    public Instant joinedAt() {
        return joinedAt;
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }
}
