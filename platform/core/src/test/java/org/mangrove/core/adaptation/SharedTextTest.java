package org.mangrove.core.adaptation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mangrove.core.lineage.Adaptation;
import org.mangrove.core.lineage.Approval;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Change;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.Level;
import org.mangrove.core.lineage.Overlay;
import org.mangrove.core.tenancy.Definitions;

class SharedTextTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final UUID APPROVER = UUID.fromString("01890000-0000-7000-8000-000000000001");
    private static final Adaptation TITLE = Adaptation.of(
                    new Change.Set("course", "title", words("Unser Titel")), "So heißt es hier")
            .basedOn(Optional.of(words("Der Titel")))
            .approvedBy(new Approval(APPROVER, NOW));
    private static final Adaptation PICTURE =
            Adaptation.of(new Change.Set("welcome", "media", Field.neutral("0".repeat(64))), "Unser Bild");
    private static final Adaptation HIDDEN = Adaptation.of(new Change.Hide("welcome"), "Nicht hier");
    private static final Adaptation ADDED = Adaptation.of(
            new Change.InsertAfter(
                    "welcome",
                    List.of("course"),
                    new Block(
                            "acme-de-1",
                            BlockKind.TEXT,
                            new TreeMap<>(Map.of("body", words("Der Text"), "heading", words("Der Kopf"))))),
            "Es fehlte");

    @Test
    void only_words_are_shared_and_nobody_who_wrote_or_approved_them() {
        List<SharedText> texts = SharedText.of(overlay(TITLE, PICTURE, HIDDEN, ADDED), "", NOW);

        assertThat(texts)
                .extracting(SharedText::kind, SharedText::subject)
                .containsExactly(
                        tuple(SharedText.Kind.SAID, "course/title"),
                        tuple(SharedText.Kind.LEFT_OUT, "welcome/"),
                        tuple(SharedText.Kind.ADDED, "acme-de-1/heading"),
                        tuple(SharedText.Kind.ADDED, "acme-de-1/body"));
        assertThat(texts.getFirst().base()).containsEntry("de", "Der Titel");
        assertThat(Definitions.write(texts)).doesNotContain(APPROVER.toString(), "0000000000000000000000");
    }

    @Test
    void one_change_alone_is_shared_without_the_others() {
        assertThat(SharedText.of(overlay(TITLE, HIDDEN), "course/title", NOW))
                .extracting(SharedText::words)
                .containsExactly(Map.of("de", "Unser Titel"));
        assertThat(SharedText.of(overlay(TITLE, HIDDEN), "course/summary", NOW)).isEmpty();
    }

    @Test
    void what_holds_no_longer_is_not_shared() {
        Adaptation ended = new Adaptation(
                TITLE.change(),
                TITLE.baseDigest(),
                TITLE.base(),
                TITLE.reason(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(NOW),
                Optional.empty());

        assertThat(SharedText.of(overlay(ended), "", NOW)).isEmpty();
        assertThat(SharedText.of(overlay(ended), "", NOW.minusSeconds(1))).hasSize(1);
    }

    @Test
    void what_is_over_comes_without_words_and_is_read_as_it_was_written() {
        var sharing = new Sharing(
                UUID.randomUUID(),
                "acme-de",
                "feedback",
                "",
                Sharing.Audience.EVERYBODY,
                "Für alle",
                NOW.plusSeconds(1));
        var content = new Sharing.Content(sharing, SharedText.of(overlay(TITLE), "", NOW));

        assertThat(Definitions.read(Definitions.write(content), Sharing.Content.class))
                .isEqualTo(content);
        assertThatThrownBy(() -> new Sharing.Notice(content, true)).isInstanceOf(IllegalArgumentException.class);
        assertThat(sharing.holdsAt(NOW)).isTrue();
        assertThat(sharing.holdsAt(NOW.plusSeconds(1))).isFalse();
    }

    private static Field words(String german) {
        return Field.words(Map.of("de", german));
    }

    private static Overlay overlay(Adaptation... adaptations) {
        return Overlay.of("feedback", "acme-de", Level.TENANT, 1, List.of(adaptations));
    }
}
