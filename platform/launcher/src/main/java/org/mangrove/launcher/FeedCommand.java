package org.mangrove.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** {@code ./mangrove feed}: how cells stand to the core, and the feed as a file where no line leads from one to the other. */
final class FeedCommand {

    private static final String PATH = "/operator/api/feed";
    private static final String ZIP = "application/zip";

    private FeedCommand() {}

    static int run(List<String> words, PrintStream out) {
        var arguments = Arguments.of(words, Set.of("--state", "--cell"), Set.of());
        RunningStack running =
                RunningStack.find(RunningStack.stateFolder(arguments, Distribution.found()), System.getenv());
        List<String> act = arguments.words();
        if (act.equals(List.of("status"))) {
            return running.tellAll(api -> api.get(PATH), out) ? 0 : 1;
        }
        if (act.size() == 2 && act.getFirst().equals("begin-epoch")) {
            return told(running.core().post(PATH + "/epochs?enterprise=" + act.get(1), "", new byte[0]), out);
        }
        if (act.size() == 2 && act.getFirst().equals("export")) {
            String cell = arguments
                    .find("--cell")
                    .orElseThrow(() -> new Trouble("Say for which cell: ./mangrove feed export FILE --cell eu."));
            return export(running.core(), cell, Path.of(act.get(1)), out);
        }
        if (act.size() == 2 && act.getFirst().equals("import")) {
            return take(running.apis(), Path.of(act.get(1)), out);
        }
        throw new Trouble(
                "Say which: ./mangrove feed status, export FILE --cell NAME, import FILE, or begin-epoch ENTERPRISE.");
    }

    private static int export(OperatorApi core, String cell, Path file, PrintStream out) {
        OperatorApi.Answer answer = core.download(PATH + "/file?cell=" + cell, file);
        if (!answer.isDone()) {
            return told(answer, out);
        }
        out.println("The feed of cell %s is in %s.".formatted(cell, file));
        return 0;
    }

    /** The node that serves the cell takes it; the others say that they do not. */
    private static int take(List<OperatorApi> apis, Path file, PrintStream out) {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new Trouble("The file %s cannot be read.".formatted(file), unreadable);
        }
        OperatorApi.Answer answer = apis.getFirst().post(PATH + "/file", ZIP, content);
        for (OperatorApi api : apis.subList(1, apis.size())) {
            if (answer.isDone() || !answer.text().contains("publication.file.is-for-another-cell")) {
                break;
            }
            answer = api.post(PATH + "/file", ZIP, content);
        }
        return told(answer, out);
    }

    private static int told(OperatorApi.Answer answer, PrintStream out) {
        out.println(answer.words());
        return answer.isDone() ? 0 : 1;
    }
}
