package org.mangrove.core.pages.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.mangrove.core.pages.LargestBody;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** Holds requests to what {@link LargestBody} allows, before anybody puts them on a disk or into memory. */
@Provider
@ApplicationScoped
public class LargestBodyFilter implements ContainerRequestFilter {

    private static final long MEGABYTE = 1024L * 1024;

    /** The form around a file. */
    private static final long ROUND_ABOUT = 64L * 1024;

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        LargestBody largest = resource.getResourceMethod().getAnnotation(LargestBody.class);
        if (largest == null) {
            return;
        }
        long most = largest.megabytes() * MEGABYTE + ROUND_ABOUT;
        boolean saysMore = Optional.ofNullable(request.getHeaderString("Content-Length"))
                .filter(length -> length.length() > 18 || length.matches("\\d+") && Long.parseLong(length) > most)
                .isPresent();
        if (saysMore) {
            throw refused(largest);
        }
        request.setEntityStream(new Counted(request.getEntityStream(), most, largest));
    }

    private static Refusal.Invalid refused(LargestBody largest) {
        return new Refusal.Invalid(Message.of("pages.body.too-large").with("limit", largest.megabytes()));
    }

    private static final class Counted extends FilterInputStream {

        private final LargestBody largest;
        private long left;

        Counted(InputStream stream, long most, LargestBody largest) {
            super(stream);
            this.left = most;
            this.largest = largest;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            take(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            take(count);
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = super.skip(count);
            take(skipped);
            return skipped;
        }

        private void take(long count) {
            left -= Math.max(0, count);
            if (left < 0) {
                throw refused(largest);
            }
        }
    }
}
