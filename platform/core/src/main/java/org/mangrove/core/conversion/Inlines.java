package org.mangrove.core.conversion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/**
 * A line of text in the making. Word processors cut it wherever somebody has once typed; here neighbours that look the same grow
 * together, and emphasis lets go of the spaces around it, so that Markdown can mark it.
 */
final class Inlines {

    /** How a stretch of text looks. @param link where it leads; empty if nowhere */
    record Look(boolean strong, boolean emphasis, boolean code, String link) {

        static final Look PLAIN = new Look(false, false, false, "");

        Look strongly() {
            return new Look(true, emphasis, code, link);
        }

        Look emphasized() {
            return new Look(strong, true, code, link);
        }

        Look asCode() {
            return new Look(strong, emphasis, true, link);
        }

        Look to(String address) {
            return new Look(strong, emphasis, code, address);
        }

        private Look unmarked() {
            return new Look(false, false, false, link);
        }
    }

    private record Run(String text, Look look) {}

    private final List<Run> runs = new ArrayList<>();

    void add(String text, Look look) {
        String clean = Written.clean(text);
        if (clean.isEmpty()) {
            return;
        }
        if (!runs.isEmpty() && runs.getLast().look().equals(look)) {
            runs.add(new Run(runs.removeLast().text() + clean, look));
        } else {
            runs.add(new Run(clean, look));
        }
    }

    /** A new line in the same paragraph. */
    void breakLine() {
        add("\n", runs.isEmpty() ? Look.PLAIN : runs.getLast().look().unmarked());
    }

    String plain() {
        var plain = new StringBuilder();
        runs.forEach(run -> plain.append(run.text()));
        return plain.toString();
    }

    boolean isBlank() {
        return plain().isBlank();
    }

    /** Of text in which spaces are no more than spaces. */
    Paragraph paragraph() {
        var paragraph = new Paragraph();
        appendTo(paragraph);
        return paragraph;
    }

    void appendTo(Node parent) {
        group(trimmed(loosened()), run -> run.look().link(), link -> {
                    if (link.isEmpty()) {
                        return Optional.empty();
                    }
                    return Optional.of(new Link(link, null));
                })
                .forEach(level -> level.into(parent));
    }

    /** Spaces at the ends of what is marked stand outside. */
    private List<Run> loosened() {
        var loose = new Inlines();
        for (Run run : runs) {
            boolean isMarked =
                    run.look().strong() || run.look().emphasis() || run.look().code();
            String core = run.text().strip();
            if (!isMarked || core.length() == run.text().length()) {
                loose.add(run.text(), run.look());
                continue;
            }
            int begin = run.text().indexOf(core);
            loose.add(run.text().substring(0, begin), run.look().unmarked());
            loose.add(core, run.look());
            loose.add(run.text().substring(begin + core.length()), run.look().unmarked());
        }
        return loose.withLinksTrimmed();
    }

    /** The same for links, whatever they consist of. */
    private List<Run> withLinksTrimmed() {
        var trimmed = new Inlines();
        for (int at = 0; at < runs.size(); at++) {
            Run run = runs.get(at);
            String link = run.look().link();
            boolean begins = at == 0 || !runs.get(at - 1).look().link().equals(link);
            boolean ends =
                    at == runs.size() - 1 || !runs.get(at + 1).look().link().equals(link);
            String text = run.text();
            String bare = begins ? text.stripLeading() : text;
            String core = ends ? bare.stripTrailing() : bare;
            if (link.isEmpty() || core.length() == text.length()) {
                trimmed.add(text, run.look());
                continue;
            }
            trimmed.add(text.substring(0, text.length() - bare.length()), Look.PLAIN);
            trimmed.add(core, run.look());
            trimmed.add(bare.substring(core.length()), Look.PLAIN);
        }
        return trimmed.runs;
    }

    private static List<Run> trimmed(List<Run> runs) {
        var trimmed = new ArrayList<>(runs);
        while (!trimmed.isEmpty() && trimmed.getFirst().text().isBlank()) {
            trimmed.removeFirst();
        }
        while (!trimmed.isEmpty() && trimmed.getLast().text().isBlank()) {
            trimmed.removeLast();
        }
        if (!trimmed.isEmpty()) {
            Run first = trimmed.removeFirst();
            trimmed.addFirst(new Run(first.text().stripLeading(), first.look()));
            Run last = trimmed.removeLast();
            trimmed.addLast(new Run(last.text().stripTrailing(), last.look()));
        }
        return trimmed;
    }

    /** Neighbours inside the same mark. */
    private record Group(List<Run> runs, Optional<Node> mark, int depth) {

        void into(Node parent) {
            Node inner = mark.map(node -> {
                        parent.appendChild(node);
                        return node;
                    })
                    .orElse(parent);
            switch (depth) {
                case 0 -> marked(inner, run -> run.look().strong(), StrongEmphasis::new, 1);
                case 1 -> marked(inner, run -> run.look().emphasis(), Emphasis::new, 2);
                default -> runs.forEach(run -> leaf(inner, run));
            }
        }

        private void marked(Node inner, Predicate<Run> is, Supplier<Node> mark, int below) {
            for (Group group : group(runs, is::test, marks -> marks ? Optional.of(mark.get()) : Optional.empty())) {
                new Group(group.runs(), group.mark(), below).into(inner);
            }
        }
    }

    private static <K> List<Group> group(List<Run> runs, Function<Run, K> key, Function<K, Optional<Node>> mark) {
        var groups = new ArrayList<Group>();
        int begin = 0;
        for (int at = 1; at <= runs.size(); at++) {
            if (at == runs.size() || !key.apply(runs.get(at)).equals(key.apply(runs.get(begin)))) {
                groups.add(new Group(List.copyOf(runs.subList(begin, at)), mark.apply(key.apply(runs.get(begin))), 0));
                begin = at;
            }
        }
        return groups;
    }

    private static void leaf(Node parent, Run run) {
        if (run.look().code()) {
            parent.appendChild(new Code(run.text().replaceAll("\\s+", " ")));
            return;
        }
        String[] lines = run.text().split("\n", -1);
        for (int line = 0; line < lines.length; line++) {
            if (line > 0) {
                parent.appendChild(new HardLineBreak());
            }
            String text = lines[line].replaceAll("[ \\t]+", " ");
            if (line > 0) {
                text = text.stripLeading();
            }
            if (line < lines.length - 1) {
                text = text.stripTrailing();
            }
            if (!text.isEmpty()) {
                parent.appendChild(new Text(text));
            }
        }
    }
}
