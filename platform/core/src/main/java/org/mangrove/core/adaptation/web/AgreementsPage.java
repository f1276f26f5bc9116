package org.mangrove.core.adaptation.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.adaptation.Agreement;
import org.mangrove.core.adaptation.Agreements;
import org.mangrove.core.adaptation.Rewording;
import org.mangrove.core.identity.PersonName;
import org.mangrove.core.lineage.Change;
import org.mangrove.core.pages.TypedForm;

/**
 * What waits for somebody's agreement, and what became of the last of it.
 *
 * @param names of those who are still known
 * @param reader who looks
 */
public record AgreementsPage(
        List<Agreements.Waiting> waiting,
        List<Agreement> answered,
        Map<UUID, PersonName> names,
        UUID reader,
        boolean mayAgree,
        boolean mayWrite,
        TypedForm typed) {

    private static final int LEAST_AT_ONCE = 2;

    /** Whether the reader can agree to it. */
    public boolean isForReader(Agreements.Waiting waiting) {
        return mayAgree && waiting.canBeAgreedTo() && !waiting.agreement().isOf(reader);
    }

    /** Whether the reader can say that they do not. */
    public boolean canBeDeclined(Agreements.Waiting waiting) {
        return mayAgree && !waiting.agreement().isOf(reader);
    }

    public boolean canBeTakenBack(Agreements.Waiting waiting) {
        return mayWrite
                && (waiting.agreement().isOf(reader)
                        || waiting.agreement().askedBy().isEmpty());
    }

    /** What the reader could agree to in one go; nothing if there is no more than one. */
    public List<Agreements.Waiting> atOnce() {
        List<Agreements.Waiting> some =
                waiting.stream().filter(this::isForReader).toList();
        return some.size() < LEAST_AT_ONCE ? List.of() : some;
    }

    /** By which the form knows it: what it is, and which words were shown. */
    public String token(Agreements.Waiting waiting) {
        return waiting.agreement().id() + ":" + waiting.agreement().digest().hex();
    }

    public Optional<PersonName> name(Optional<UUID> person) {
        return person.map(names::get);
    }

    public String place(Agreements.Waiting waiting) {
        return AdaptationsResource.PLACE + "/" + waiting.agreement().course() + "#"
                + waiting.agreement().adaptation().change().block();
    }

    /** What would be done, as pages have it. */
    public String deed(Agreement agreement) {
        return switch (agreement.adaptation().change()) {
            case Change.Set set -> "set";
            case Change.Clear clear -> "set";
            case Change.Hide hide -> "hide";
            case Change.InsertAfter insertion -> "insert";
            case Change.Move move -> "set";
        };
    }

    /** The fields of it, each once. */
    public List<String> fields(Agreements.Waiting waiting) {
        return waiting.rewordings().stream().map(Rewording::field).distinct().toList();
    }
}
