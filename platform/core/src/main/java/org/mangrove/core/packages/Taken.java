package org.mangrove.core.packages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.records.Verb;

/**
 * What somebody has begun, and what came of it. It names the file by its digest, so that it can always be said what exactly was taken.
 *
 * @param success empty if the package has not said
 * @param percent of the points, if it has said
 */
public record Taken(
        Digest digest,
        String language,
        String title,
        Standard standard,
        String entry,
        Optional<Instant> completedAt,
        Optional<Boolean> success,
        OptionalInt percent) {

    static Taken of(PackageFile file, String language) {
        return new Taken(
                file.digest(),
                language,
                file.title(),
                file.standard(),
                file.entry(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty());
    }

    /**
     * With what is reached by now. Packages say that all was seen, and only later how somebody did: so what they have not said is filled in.
     * What they have said stays: a later run makes no failure of a pass, and no pass of a failure.
     */
    Taken reaching(Instant at, Reached reached) {
        if (completedAt.isEmpty() && !reached.isCompleted()) {
            return this;
        }
        return new Taken(
                digest,
                language,
                title,
                standard,
                entry,
                completedAt.or(() -> Optional.of(at)),
                success.or(reached::success),
                points(reached));
    }

    /** Points belong to the outcome that they are said with: those of before do not, and those of another outcome neither. */
    private OptionalInt points(Reached reached) {
        boolean isOutcome = success.isEmpty() && reached.success().isPresent();
        boolean isSameOutcome = success.equals(reached.success());
        return reached.percent().isPresent() && (isOutcome || isSameOutcome && percent.isEmpty())
                ? reached.percent()
                : percent;
    }

    /** What is to be told of it, which was not to be told before. */
    List<Verb> news(Taken before) {
        var news = new ArrayList<Verb>();
        if (before.completedAt.isEmpty() && completedAt.isPresent()) {
            news.add(Verb.COMPLETED);
        }
        if (before.success.isEmpty() && success.isPresent()) {
            news.add(success.get() ? Verb.PASSED : Verb.FAILED);
        }
        return news;
    }
}
