package org.mangrove.core.expertise;

import java.util.List;
import java.util.stream.Stream;
import org.mangrove.core.tenancy.Definitions;

/** The smallest thing that an expert is asked for. */
public sealed interface Question {

    /** At most three, so that it is answered in one go. */
    record Confirm(List<AskedClaim> claims) implements Question {

        public static final int MOST = 3;

        public Confirm {
            claims = List.copyOf(claims);
        }
    }

    record Choose(Wordings wordings) implements Question {}

    default AskKind kind() {
        return switch (this) {
            case Confirm confirm -> AskKind.CLAIMS;
            case Choose choose -> AskKind.WORDING;
        };
    }

    /** Of which texts, as block and field. */
    default List<String> subjects() {
        return switch (this) {
            case Confirm(List<AskedClaim> claims) ->
                claims.stream()
                        .map(claim -> claim.block() + "/" + claim.field())
                        .distinct()
                        .toList();
            case Choose(Wordings wordings) -> List.of(wordings.block() + "/" + wordings.field());
        };
    }

    /**
     * How many minutes it takes: two for each claim, to look up its law, or one to choose; and one for every
     * {@value #CHARACTERS_A_MINUTE} characters that are to be read, the last ones counted whole. Of a text in several languages the
     * longest counts.
     */
    default int minutes() {
        return switch (this) {
            case Confirm(List<AskedClaim> claims) ->
                claims.stream()
                        .mapToInt(claim -> 2
                                + reading(claim.words().values().stream()
                                        .mapToInt(String::length)
                                        .max()
                                        .orElse(0)))
                        .sum();
            case Choose(Wordings wordings) ->
                1
                        + reading(Stream.of(wordings.first(), wordings.second())
                                .mapToInt(String::length)
                                .sum());
        };
    }

    int CHARACTERS_A_MINUTE = 900;

    private static int reading(int characters) {
        return Math.ceilDiv(characters, CHARACTERS_A_MINUTE);
    }

    default String written() {
        return Definitions.write(this);
    }

    static Question read(AskKind kind, String written) {
        return switch (kind) {
            case CLAIMS -> Definitions.read(written, Confirm.class);
            case WORDING -> Definitions.read(written, Choose.class);
        };
    }
}
