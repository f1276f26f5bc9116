package org.mangrove.core.publication;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.mangrove.core.database.Uuids;

/** How entries hang together: each names the hash of the one before, and its own covers everything in it. */
public final class FeedChain {

    /** What the first entry of an epoch names as the one before. */
    public static final String START = "0".repeat(64);

    /**
     * The type of the entry that ends what an epoch begins with: the state as it is. What a cell has of earlier epochs, and was
     * not named since this one began, is published no more.
     */
    public static final String STATE_COMPLETE = "feed.state-complete";

    private FeedChain() {}

    /** The name of a new epoch, which sorts after all that were named before. */
    public static String newEpoch() {
        return Uuids.next().toString();
    }

    /** Whether {@code epoch} began before {@code other}. */
    public static boolean isBefore(String epoch, String other) {
        return epoch.compareTo(other) < 0;
    }

    public static FeedEntry link(String enterprise, String epoch, long number, String previousHash, FeedItem item) {
        return new FeedEntry(epoch, number, previousHash, hash(enterprise, epoch, number, previousHash, item), item);
    }

    /**
     * @param enterprise whose chain it must be: its name is part of every hash
     * @throws BrokenFeed if an entry was changed, left out, repeated, or belongs elsewhere
     */
    public static void mustContinue(String enterprise, FeedHead from, List<FeedEntry> entries) {
        long number = from.number();
        String hash = from.hash();
        for (FeedEntry entry : entries) {
            if (!entry.epoch().equals(from.epoch())) {
                throw new BrokenFeed("entry " + entry.number() + " is of another epoch");
            }
            if (entry.number() != number + 1) {
                throw new BrokenFeed("entry " + entry.number() + " follows " + number);
            }
            if (!entry.previousHash().equals(hash)) {
                throw new BrokenFeed("entry " + entry.number() + " does not hang on the one before");
            }
            if (!entry.hash()
                    .equals(hash(enterprise, entry.epoch(), entry.number(), entry.previousHash(), entry.item()))) {
                throw new BrokenFeed("entry " + entry.number() + " was changed on its way, or is another enterprise's");
            }
            number = entry.number();
            hash = entry.hash();
        }
    }

    private static String hash(String enterprise, String epoch, long number, String previousHash, FeedItem item) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            add(digest, enterprise);
            add(digest, epoch);
            add(digest, Long.toString(number));
            add(digest, previousHash);
            add(digest, item.type());
            add(digest, item.subject());
            add(digest, Integer.toString(item.schemaVersion()));
            add(digest, Boolean.toString(item.mustUnderstand()));
            add(digest, String.join(",", item.blobs()));
            add(digest, item.payload());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Each part with its length before it, so that no two lists of parts give the same bytes. */
    private static void add(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
