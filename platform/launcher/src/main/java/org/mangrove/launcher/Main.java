package org.mangrove.launcher;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.mangrove.launcher.newplugin.NewPlugin;

/** The command line, once the script {@code mangrove} has found a JDK and built what changed. */
public final class Main {

    private static final String HELP = """
            ./mangrove run [--fresh] [--build] [--state DIR] [--port N]
                         [--nodes core,cell:eu,cell:sa+jp] [--mysql-home DIR]
                                      the database, Keycloak and the server, with enterprises to try; or several
                                      servers that share the work
            ./mangrove test [--without-browser] [--long]
                                      everything that can be tested
            ./mangrove check          format, error-prone, NullAway, architecture, words, the SDK's surface
            ./mangrove format         brings the source into the house's format
            ./mangrove bench start    measures how long a first and a second start take
            ./mangrove bench pages [--state DIR] [--requests N] [--statements]
                                      measures what pages cost: bytes, queries, processor time
            ./mangrove bench lineage  measures how markets are brought to what comes from above: parts with JMH, then what
                                      one block touches, and one master into 1,000 tenants
            ./mangrove bench audit [--tuning] [--without-many]
                                      how much of what is wrong an audit finds, and how long it takes
            ./mangrove bench experts  what small questions within budgets are worth: a simulation
            ./mangrove bench parts [NAME]
                                      measures parts of pages, with JMH
            ./mangrove demo lineage [--port N] [--once]
                                      thirty markets over one master that changes: what goes on by itself, what waits
                                      for whom, and that no local word is lost
            ./mangrove new-plugin ID  the beginnings of a plugin, such as ke-workplace-safety
            ./mangrove tenants check|plan|apply [--config DIR] [--state DIR]
                                      compares tenants-config with the running system, or brings it there
            ./mangrove plugins install FILE.jar|remove ID VERSION|list [--state DIR]
                                      which plugins the running system has
            ./mangrove feed status|export FILE --cell NAME|import FILE|begin-epoch ENTERPRISE [--state DIR]
                                      how cells stand to the core; the feed as a file that somebody carries
            ./mangrove events status|replay --reader NAME --from NUMBER|TIME [--state DIR]
                                      how far the readers of what happened are; sends one back
            ./mangrove records verify [--tenant NAME] [--state DIR]
                                      recounts the rollups from the statements themselves
            ./mangrove governance verify [--owner NAME] [--after-restore] [--state DIR]
                                      whether what was decided is still what was written down
            ./mangrove governance verify --pack FILE [--state DIR]
                                      whether a proof of what a market has done about a change of law holds
            ./mangrove governance forget --enterprise NAME --actor ID [--state DIR]
                                      takes somebody who worked in a core out of what they have decided
            ./mangrove privacy verify --tenant NAME --identifiers FILE|replay [--cell NAME --register FILE]
                                      searches for somebody who was erased; erases again after a restore
            ./mangrove backup FILE [--state DIR]
                                      everything that this machine's system must not lose, while it runs or not
            ./mangrove restore FILE [--state DIR]
                                      brings a backup into an empty state folder
            """;

    private Main() {}

    public static void main(String[] arguments) {
        int exit;
        try {
            exit = run(Arrays.asList(arguments), System.out);
        } catch (Trouble trouble) {
            System.err.println();
            System.err.println(trouble.getMessage());
            exit = 1;
        } catch (UncheckedIOException failed) {
            System.err.println();
            System.err.println(
                    Disk.asTrouble("reading or writing a file", failed).getMessage());
            exit = 1;
        }
        System.exit(exit);
    }

    static int run(List<String> words, PrintStream out) {
        String command = words.isEmpty() ? "help" : words.getFirst();
        List<String> rest = words.isEmpty() ? List.of() : words.subList(1, words.size());
        return switch (command) {
            case "run" -> RunCommand.run(rest, out);
            case "bench" -> BenchCommand.run(rest, out);
            case "demo" -> DemoCommand.run(rest, out);
            case "tenants" -> TenantsCommand.run(rest, out);
            case "plugins" -> PluginsCommand.run(rest, out);
            case "feed" -> FeedCommand.run(rest, out);
            case "events" -> EventsCommand.run(rest, out);
            case "records" -> RecordsCommand.run(rest, out);
            case "governance" -> GovernanceCommand.run(rest, out);
            case "privacy" -> PrivacyCommand.run(rest, out);
            case "backup" -> BackupCommand.backup(rest, out);
            case "restore" -> BackupCommand.restore(rest, out);
            case "new-plugin" -> NewPlugin.run(Distribution.found().project(), rest, out);
            case "help", "--help", "-h" -> {
                out.print(HELP);
                yield 0;
            }
            default ->
                throw new Trouble(
                        "There is no command \"%s\": ./mangrove help lists what there is.".formatted(command));
        };
    }
}
