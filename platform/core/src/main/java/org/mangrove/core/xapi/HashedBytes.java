package org.mangrove.core.xapi;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of an attachment; at their end, and not before, it shows whether they are those that were announced. */
final class HashedBytes extends FilterInputStream {

    private final String sha2;
    private final long most;
    private final Place place;
    private final MessageDigest digest;
    private long count;

    /**
     * @param sha2 of any length that a SHA-2 has
     * @param place of the part, for what is wrong with it
     */
    HashedBytes(InputStream part, String sha2, long most, Place place) {
        super(part);
        this.sha2 = sha2;
        this.most = most;
        this.place = place;
        this.digest = digest(sha2.length() * 4);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        if (read < 0) {
            if (!HexFormat.of().formatHex(digest.digest()).equals(sha2)) {
                throw Defect.multipart(place, "other-content");
            }
            return -1;
        }
        count += read;
        if (count > most) {
            throw Defect.limit(place, "part-bytes", most);
        }
        digest.update(into, offset, read);
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = 0;
        while (skipped < bytes && read() >= 0) {
            skipped++;
        }
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private static MessageDigest digest(int bits) {
        try {
            return MessageDigest.getInstance("SHA-" + bits);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
