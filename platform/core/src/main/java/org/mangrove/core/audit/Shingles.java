package org.mangrove.core.audit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * All runs of words of some texts, each as a number.
 *
 * @param sorted each once
 */
record Shingles(long[] sorted) {

    /**
     * How many words are in a run. Two are too often the same by chance; with four, every tenth word that is another leaves
     * less than half of the runs as they were.
     */
    static final int WORDS = 3;

    private static final long PRIME = 0x9E3779B97F4A7C15L;

    /** Runs do not go from one passage to the next: what is moved stays the same. */
    static Shingles of(List<Passage> passages, Words words) {
        var numbers = LongStream.builder();
        for (Passage passage : passages) {
            add(words.of(passage.text(), passage.language()), numbers);
        }
        return new Shingles(numbers.build().sorted().distinct().toArray());
    }

    private static void add(List<String> words, LongStream.Builder numbers) {
        long[] hashes = words.stream().mapToLong(Shingles::hash).toArray();
        for (int at = 0; at + WORDS <= hashes.length; at++) {
            long run = 0;
            for (int word = at; word < at + WORDS; word++) {
                run = mixed(run * 31 + hashes[word]);
            }
            numbers.add(run);
        }
    }

    private static long hash(String word) {
        long hash = 0xcbf29ce484222325L;
        for (int at = 0; at < word.length(); at++) {
            hash = (hash ^ word.charAt(at)) * 0x100000001b3L;
        }
        return mixed(hash);
    }

    /** Spreads what differs in a few bits over all of them. */
    static long mixed(long number) {
        long mixed = number * PRIME;
        mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
        return mixed ^ mixed >>> 32;
    }

    int size() {
        return sorted.length;
    }

    boolean has(long shingle) {
        return Arrays.binarySearch(sorted, shingle) >= 0;
    }

    Shingles without(Shingles others) {
        return new Shingles(
                Arrays.stream(sorted).filter(each -> !others.has(each)).toArray());
    }

    Shingles with(Shingles others) {
        return new Shingles(LongStream.concat(Arrays.stream(sorted), Arrays.stream(others.sorted))
                .sorted()
                .distinct()
                .toArray());
    }

    /** How many both have. */
    int common(Shingles other) {
        int common = 0;
        int here = 0;
        int there = 0;
        while (here < sorted.length && there < other.sorted.length) {
            int which = Long.compare(sorted[here], other.sorted[there]);
            common += which == 0 ? 1 : 0;
            here += which <= 0 ? 1 : 0;
            there += which >= 0 ? 1 : 0;
        }
        return common;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shingles(long[] theirs) && Arrays.equals(sorted, theirs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }

    @Override
    public String toString() {
        return sorted.length + " runs of words";
    }
}
