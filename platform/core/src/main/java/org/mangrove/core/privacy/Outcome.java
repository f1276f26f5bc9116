package org.mangrove.core.privacy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of a request, part by part. It names nobody.
 *
 * @param findings where a search for the person still found something
 * @param account what became of the account with which they signed in
 */
public record Outcome(List<Part> parts, List<Finding> findings, Account account) {

    public Outcome {
        parts = List.copyOf(parts);
        findings = List.copyOf(findings);
    }

    /**
     * What one holder has done.
     *
     * @param kept what stays for a time
     */
    public record Part(String holder, long removed, long pseudonymised, boolean done, List<Stays> kept) {

        public Part {
            kept = List.copyOf(kept);
        }
    }

    /**
     * Things that the law demands to be kept.
     *
     * @param until the last day
     */
    public record Stays(String purpose, long things, LocalDate until) {}

    /**
     * Where a search has found somebody.
     *
     * @param place {@code table.column}, or a blob's digest
     * @param what the kind of identifier that was found, such as {@code email}; never the identifier itself
     * @param allowed whether it is of what stays
     */
    public record Finding(String place, String what, long times, boolean allowed) {}

    /** What became of the account of the sign-on. */
    public enum Account {
        /** There is none, or not yet anything to tell. */
        NONE,
        REMOVED,
        /** It is needed in another place of the same sign-on; it does not lead here any more. */
        USED_ELSEWHERE,
        /** It is the company's: its own administrators remove it. */
        OF_THE_COMPANY,
        /** The sign-on did not answer: an operator has to remove it. */
        NOT_REACHED
    }

    public static Outcome none() {
        return new Outcome(List.of(), List.of(), Account.NONE);
    }

    public Part part(String holder) {
        return parts.stream()
                .filter(one -> one.holder().equals(holder))
                .findFirst()
                .orElseGet(() -> new Part(holder, 0, 0, false, List.of()));
    }

    Outcome with(Part part) {
        var all = new ArrayList<>(parts);
        all.removeIf(one -> one.holder().equals(part.holder()));
        all.add(part);
        return new Outcome(all, findings, account);
    }

    Outcome with(Account now) {
        return new Outcome(parts, findings, now);
    }

    Outcome found(List<Finding> now) {
        return new Outcome(parts, now, account);
    }

    /** Everything once more: what was done is counted on. */
    Outcome again() {
        return new Outcome(
                parts.stream()
                        .map(part -> new Part(part.holder(), part.removed(), part.pseudonymised(), false, List.of()))
                        .toList(),
                List.of(),
                account);
    }

    /** What stays, of all holders. */
    public List<Stays> stays() {
        return parts.stream().flatMap(part -> part.kept().stream()).toList();
    }

    /** What was found that should not be there. */
    public List<Finding> unexpected() {
        return findings.stream().filter(finding -> !finding.allowed()).toList();
    }

    /** The first day on which nothing has to stay any more. */
    public Optional<LocalDate> free() {
        return stays().stream().map(Stays::until).max(LocalDate::compareTo).map(day -> day.plusDays(1));
    }
}
