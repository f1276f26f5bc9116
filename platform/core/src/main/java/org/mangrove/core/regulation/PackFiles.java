package org.mangrove.core.regulation;

import java.util.List;

/** What a proof consists of. */
final class PackFiles {

    static final String README = "README.txt";
    static final String CHANGE = "change.json";
    static final String VERSIONS = "versions.json";
    static final String CORE_DECISIONS = "core-decisions.jsonl";
    static final String DECISIONS = "decisions.jsonl";
    static final String PEOPLE = "people.jsonl";
    static final String ERASED = "erased.jsonl";
    static final String MANIFEST = "manifest.json";

    /** All but the manifest, which has the digests of these. */
    static final List<String> ALL = List.of(README, CHANGE, VERSIONS, CORE_DECISIONS, DECISIONS, PEOPLE, ERASED);

    private PackFiles() {}

    /** For whoever has the file and nothing else. */
    static String readme() {
        return """
                Proof of what a market has done about a change of a law.

                change.json           the law that changes
                versions.json         each course that rests on it, before and after, by version and digest (SHA-256)
                core-decisions.jsonl  what headquarters has decided about it, from its log of decisions
                decisions.jsonl       the market's log of decisions, from the first that is about it to the last of all
                people.jsonl          who had to learn it again, by pseudonym, and what proves that they have
                erased.jsonl          the entries of the register of erasures for those who were erased since
                manifest.json         the digest of each file, the sums, and a seal under the key of the market's zone

                Each line of people.jsonl has a commitment: SHA-256 of the salt's 32 bytes and of the text of content. Whoever was
                erased has no salt and no content any more; the commitment stays, and is counted. SHA-256 over all commitments of a
                course, each with an end of line, in the order in which they stand here, is the digest of the entry people-assigned
                in decisions.jsonl. How entries are hashed is written down in docs/governance.md of the platform.

                To verify it:  ./mangrove governance verify --pack FILE
                """;
    }
}
