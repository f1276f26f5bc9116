package org.mangrove.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.mangrove.launcher.Stack;

/**
 * Lets an erasure come as far as one moment and no further, until this is closed: what it writes there waits for a
 * lock that this holds. Nothing of the platform knows of it.
 */
final class HeldErasure implements AutoCloseable {

    private static final String LOCK = "erasure-held";
    private static final String TRIGGER = "erasure_held";

    /** What an erasure comes to, in this order. */
    enum Moment {
        /** The first of those who hold something has done its part, and has not committed it. */
        BEGUN("eu.privacy_request", "update", "old.done_parts = 0 and new.done_parts = 1"),
        /** The keys of what is said of the person are destroyed, but not for good. */
        KEYS_DESTROYED(
                "eu.privacy_request",
                "update",
                "old.outcome not like '%\"holder\":\"records\"%' and new.outcome like '%\"holder\":\"records\"%'"),
        /** They are destroyed for good; what statements are found by is being changed. */
        RENAMED(
                "eu.privacy_request",
                "update",
                "old.outcome like '%\"done\":false,\"holder\":\"records\"%' and new.outcome <> old.outcome"),
        /** Nobody can sign in with the account any more, and it is not written down yet. */
        ACCOUNT_GONE(
                "eu.privacy_request",
                "update",
                "old.outcome like '%\"account\":\"NONE\"%' and new.outcome not like '%\"account\":\"NONE\"%'"),
        /** Who it was is removed, but not for good. */
        PERSON_GONE(
                "eu.privacy_request",
                "update",
                "new.state = 'APPROVED' and new.done_parts = new.all_parts and old.done_parts < new.done_parts"),
        /** The search is over. */
        SEARCHED("eu.privacy_request", "update", "old.state = 'APPROVED' and new.state <> 'APPROVED'"),
        /** It has ended, and the register's file does not know yet. */
        ENDED("", "", ""),
        /** The file knows it, and the core does not. */
        IN_THE_FILE("core.privacy_erasure", "insert", "true");

        private final String table;
        private final String event;
        private final String condition;

        Moment(String table, String event, String condition) {
            this.table = table;
            this.event = event;
            this.condition = condition;
        }
    }

    private final Stack stack;
    private final Moment moment;
    private final String request;
    private final Connection connection;
    private final FileChannel register;

    private HeldErasure(Stack stack, Moment moment, String request, Connection connection, FileChannel register) {
        this.stack = stack;
        this.moment = moment;
        this.request = request;
        this.connection = connection;
        this.register = register;
    }

    /** @param request the id of the erasure, which has not come to that moment yet */
    static HeldErasure at(Stack stack, Moment moment, String request) {
        Rows everywhere = Rows.everywhere(stack);
        try {
            Connection connection = DriverManager.getConnection(
                    everywhere.url(),
                    everywhere.login().name(),
                    everywhere.login().secret());
            FileChannel register = openRegister(stack);
            var held = new HeldErasure(stack, moment, request, connection, register);
            held.hold();
            return held;
        } catch (SQLException | IOException failed) {
            throw new AssertionError(failed);
        }
    }

    /** The cell's register of erasures outside of the database. */
    static Path register(Stack stack) {
        return stack.state().erasures().resolve("eu.jsonl");
    }

    private static FileChannel openRegister(Stack stack) throws IOException {
        Path file = register(stack);
        Files.createDirectories(file.getParent());
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private void hold() throws SQLException, IOException {
        if (moment == Moment.ENDED) {
            FileLock lock = register.lock();
            if (!lock.isValid()) {
                throw new AssertionError("The register cannot be held");
            }
            return;
        }
        say("do get_lock('" + LOCK + "', 0)");
        say("""
                create trigger mangrove_%1$s.%2$s before %3$s on mangrove_%4$s for each row
                begin
                    if %5$s then
                        do get_lock('%6$s', 600);
                    end if;
                end""".formatted(
                        moment.table.startsWith("core") ? "core" : "cell_eu",
                        TRIGGER,
                        moment.event,
                        moment.table.startsWith("core") ? moment.table : "cell_" + moment.table,
                        moment.condition,
                        LOCK));
    }

    /** Waits until the erasure stands still there. */
    void awaitReached() {
        Rows everywhere = Rows.everywhere(stack);
        Patience.USUAL.until(
                "the erasure has come to " + moment,
                () -> moment == Moment.ENDED
                        ? everywhere.number(
                                        "select count(*) from mangrove_cell_eu.privacy_erasure where id = unhex(?)",
                                        request.replace("-", ""))
                                == 1
                        : everywhere.number(
                                        "select count(*) from information_schema.processlist where state = 'User lock'")
                                == 1);
    }

    private void say(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Lets go: whoever waits and is still there goes on. */
    @Override
    public void close() {
        if (!register.isOpen()) {
            return;
        }
        try (connection;
                register) {
            if (moment != Moment.ENDED) {
                say("do release_lock('" + LOCK + "')");
                say("drop trigger mangrove_" + (moment.table.startsWith("core") ? "core." : "cell_eu.") + TRIGGER);
            }
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
