package org.mangrove.core.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mangrove.core.database.AgainIfOvertaken;
import org.mangrove.core.identity.store.CoreMemberRow;
import org.mangrove.core.identity.store.CoreMemberStore;
import org.mangrove.core.tenancy.EnterpriseId;

/** Says who works in the global core of an enterprise, and as what. It knows actors only, no names. */
@ApplicationScoped
public class CoreMemberships {

    private static final int MOST = 1_000;

    @Inject
    Actors actors;

    @Inject
    CoreMemberStore store;

    @Inject
    Clock clock;

    /**
     * Makes the account's actor a member, with these roles besides those they have.
     *
     * @param byline the public name that the actor agreed to, if any
     * @return the actor
     */
    @AgainIfOvertaken
    @Transactional
    public UUID admit(
            EnterpriseId enterprise, String realm, String subject, Optional<String> byline, Set<CoreRole> roles) {
        UUID actor = actors.of(realm, subject);
        CoreMemberRow member = store.find(enterprise, actor).orElseGet(() -> {
            var first = new CoreMemberRow(enterprise, actor, clock.instant());
            store.add(first);
            return first;
        });
        member.grant(roles);
        byline.ifPresent(member::show);
        return actor;
    }

    /** What the actor may do; nothing if they are no member. */
    @Transactional
    public Set<CoreRole> roles(EnterpriseId enterprise, UUID actor) {
        return store.find(enterprise, actor).map(CoreMemberRow::roles).orElse(Set.of());
    }

    /** The public names of those of {@code actors} who have agreed to one. */
    @Transactional
    public Map<UUID, String> bylines(EnterpriseId enterprise, Collection<UUID> actors) {
        var bylines = new HashMap<UUID, String>();
        if (!actors.isEmpty()) {
            store.some(enterprise, actors)
                    .forEach(member -> member.byline().ifPresent(name -> bylines.put(member.id(), name)));
        }
        return bylines;
    }

    /** All of them, those who have a public name first, by it. */
    @Transactional
    public List<CoreMember> all(EnterpriseId enterprise) {
        return store.all(enterprise, MOST).stream()
                .map(row -> new CoreMember(row.id(), row.byline(), row.roles()))
                .toList();
    }

    /** What they have chosen, if anything. */
    @Transactional
    public Optional<Locale> findLanguage(EnterpriseId enterprise, UUID actor) {
        return store.find(enterprise, actor).flatMap(CoreMemberRow::language);
    }

    @Transactional
    public void chooseLanguage(EnterpriseId enterprise, UUID actor, Locale language) {
        store.find(enterprise, actor).ifPresent(member -> member.choose(language));
    }
}
