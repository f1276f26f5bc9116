package org.mangrove.core.conversion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/**
 * Makes courses of documents that strangers may have made.
 *
 * <p>One at a time on each node, since a document in memory is many times as large as its file; who comes meanwhile waits a little, and
 * is then asked to come again. What a reader cannot take is refused, whatever went wrong in it.
 */
@ApplicationScoped
public class Conversions {

    private static final System.Logger LOG = System.getLogger(Conversions.class.getName());
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Held, so that it stays silent: what strangers' documents make the library say is no news for an operator. */
    private static final Logger LIBRARY = Logger.getLogger("org.apache.poi");

    static {
        LIBRARY.setLevel(Level.OFF);
    }

    @Inject
    Clock clock;

    private final Semaphore turn = new Semaphore(1, true);

    /**
     * @param fileName as its author called it; its ending says what it claims to be
     * @throws Refusal.Invalid says what is wrong with the document and what to do
     * @throws Refusal.Unavailable if too many others have come
     */
    public Converted convert(String fileName, byte[] document, LanguageChoice languages) {
        DocumentFormat format = DocumentFormat.of(fileName, document);
        await();
        try {
            return read(format, fileName, document, languages);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException | StackOverflowError broken) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "A {0} document could not be read: {1}",
                    format,
                    broken.getClass().getName());
            throw OfficeArchive.refused("broken");
        } finally {
            turn.release();
        }
    }

    private Converted read(DocumentFormat format, String fileName, byte[] document, LanguageChoice languages) {
        Deadline deadline = Deadline.in(LONGEST, clock);
        var manuscript = new Manuscript(deadline);
        DocumentSource source = switch (format) {
            case MARKDOWN -> new MarkdownSource();
            case HTML -> new HtmlSource();
            case DOCX -> new WordSource(deadline);
            case PPTX -> new SlidesSource(deadline);
        };
        source.read(document, manuscript);
        Locale language = languages.of(manuscript.language());
        var blocks = new Arrangement(manuscript, language).blocks(nameOf(fileName));
        return new Converted(format, language, blocks, manuscript.pictures(), manuscript.remarks());
    }

    private void await() {
        try {
            if (!turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Refusal.Unavailable(Message.of("conversion.document.others-first"));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refusal.Unavailable(Message.of("conversion.document.others-first"));
        }
    }

    private static String nameOf(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        String bare = name.replaceFirst("\\.[^.]*$", "").replace('_', ' ').strip();
        return bare.isEmpty() ? "–" : Written.beginning(Written.clean(bare), 200);
    }
}
