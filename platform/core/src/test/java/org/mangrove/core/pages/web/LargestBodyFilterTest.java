package org.mangrove.core.pages.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mangrove.core.pages.LargestBody;
import org.mangrove.core.refusal.Refusal;

class LargestBodyFilterTest {

    private static final long MEGABYTE = 1024 * 1024;

    private final Sent sent = new Sent();
    private final LargestBodyFilter filter = new LargestBodyFilter();

    @Test
    void what_says_that_it_is_larger_is_refused_unread() {
        for (String length : new String[] {"2147483648", "99999999999999999999999", Long.toString(3 * MEGABYTE)}) {
            sent.length = length;

            assertRefused(() -> ask("limited"));
        }
        assertThat(sent.read).isZero();
    }

    @Test
    void what_says_nothing_or_a_lie_is_refused_as_soon_as_there_is_more() {
        for (String length : new String[] {"", "10", "-1", "many"}) {
            sent.length = length;
            sent.read = 0;
            sent.stream = sent.endless();
            ask("limited");

            assertRefused(() -> drain(sent.stream));
            assertThat(sent.read).isBetween(2 * MEGABYTE, 3 * MEGABYTE);
        }
    }

    @Test
    void what_has_no_limit_is_left_alone() {
        sent.length = "2147483648";
        InputStream before = sent.stream;

        ask("unlimited");

        assertThat(sent.stream).isSameAs(before);
    }

    private void ask(String method) {
        filter.resource = (ResourceInfo) fake(ResourceInfo.class, (asked, arguments) -> methodOf(method));
        filter.filter((ContainerRequestContext) fake(
                ContainerRequestContext.class, (asked, arguments) -> switch (asked) {
                    case "getHeaderString" -> sent.length.isEmpty() ? null : sent.length;
                    case "getEntityStream" -> sent.stream;
                    case "setEntityStream" -> {
                        sent.stream = (InputStream) arguments[0];
                        yield null;
                    }
                    default -> throw new UnsupportedOperationException(asked);
                }));
    }

    private static void assertRefused(Runnable asking) {
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(asking::run)
                .satisfies(refused -> assertThat(refused.reason().key()).isEqualTo("pages.body.too-large"));
    }

    private static void drain(InputStream stream) {
        try {
            stream.transferTo(OutputStream.nullOutputStream());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private interface Answer {
        @Nullable
        Object to(String asked, Object[] arguments);
    }

    private static Object fake(Class<?> type, Answer answer) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, asked, arguments) -> answer.to(asked.getName(), arguments));
    }

    private static Method methodOf(String name) {
        try {
            return Resource.class.getDeclaredMethod(name);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A body without an end. */
    private static final class Sent {

        private String length = "";
        private long read;
        private InputStream stream = endless();

        private InputStream endless() {
            return new InputStream() {
                @Override
                public int read() {
                    read++;
                    return 'x';
                }

                @Override
                public int read(byte[] into, int offset, int count) {
                    read += count;
                    return count;
                }
            };
        }
    }

    static class Resource {

        @LargestBody(megabytes = 2)
        void limited() {}

        void unlimited() {}
    }
}
