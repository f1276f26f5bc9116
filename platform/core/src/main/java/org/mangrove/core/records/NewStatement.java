package org.mangrove.core.records;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.xapi.ActivityDefinition;
import org.mangrove.core.xapi.AgentId;
import org.mangrove.core.xapi.WholeStatement;
import org.mangrove.sdk.TenantId;

/**
 * A statement that is ready to be written: all that costs time has been done.
 *
 * @param position where it stands among all that were stored: a UUIDv7, whose time is the time of storing
 * @param id its own, which the sender may have given it
 * @param source who sent it
 * @param team for which the context says that it was done
 * @param happenedOn the day of its timestamp where the tenant is
 * @param evidence whether a law demands that it is kept
 * @param mentions what else it is found by
 * @param rest what it says, in UTF-8, with marks in the place of its parts
 * @param parts what it says of people
 */
public record NewStatement(
        TenantId tenant,
        UUID position,
        UUID id,
        UUID source,
        Optional<UUID> actor,
        UUID verb,
        Optional<UUID> activity,
        Optional<UUID> team,
        Optional<UUID> registration,
        LocalDate happenedOn,
        boolean evidence,
        Map<UUID, Mention> mentions,
        Optional<Reference> reference,
        List<ActivityDefinition> definitions,
        List<Attachment> attachments,
        byte[] rest,
        List<Part> parts) {

    /** In which part of a statement a term stands. */
    public enum Mention {
        /** As actor or object, or as a member of one of them. */
        AGENT(1),
        /** Anywhere else. */
        RELATED_AGENT(2),
        RELATED_ACTIVITY(3),
        /** Verb, activity or registration of a statement that is referred to. */
        OF_ANOTHER(4);

        private final int code;

        Mention(int code) {
            this.code = code;
        }

        /** As it is written in rows. */
        public int code() {
            return code;
        }
    }

    /**
     * A value that speaks of somebody.
     *
     * @param number by which its mark calls it
     * @param person by whom it is found of whom it speaks; empty if it is nobody's
     */
    @SuppressWarnings("ArrayRecordComponent") // it is never compared
    public record Part(int number, Optional<UUID> person, byte[] json) {}

    /** As it will be handed out, in UTF-8. */
    byte[] json() {
        return new WholeStatement().of(rest, new WholeStatement.Parts() {
            @Override
            public int count() {
                return parts.size();
            }

            @Override
            public Optional<byte[]> find(int number) {
                return Optional.of(parts.get(number).json());
            }

            @Override
            public AgentId inPlaceOf(int number) {
                throw new IllegalStateException("Nobody is missing in a statement that comes");
            }
        });
    }

    /** How many bytes it will take up, nearly. */
    int length() {
        return rest.length + parts.stream().mapToInt(part -> part.json().length).sum();
    }

    /** @param voids whether it does so to take {@code target} back */
    public record Reference(UUID target, boolean voids) {}

    /**
     * Content that came with it and lies in the object store.
     *
     * @param sha2 as the statement names it
     */
    public record Attachment(String sha2, String contentType, Digest digest) {}
}
