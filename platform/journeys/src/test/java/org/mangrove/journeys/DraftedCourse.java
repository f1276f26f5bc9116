package org.mangrove.journeys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A course that an author writes, page by page. */
record DraftedCourse(Visitor author, String core, String id) {

    private static final String TITLE = "Ladders and heights";
    private static final Pattern SEEN = Pattern.compile("id=\"seen\" value=\"([0-9a-f]{64})\"");
    private static final Pattern STEP = Pattern.compile("name=\"step\" value=\"(\\d+)\"");

    /** Of an enterprise, as if nobody had ever begun one. */
    static void removeAll(Rows core, String enterprise) {
        List.of("authoring_file", "authoring_step", "authoring_block", "authoring_draft")
                .forEach(table -> core.change(
                        "delete from " + table
                                + " where enterprise_id = (select enterprise_id from tenancy_enterprise where slug = ?)",
                        enterprise));
    }

    static DraftedCourse begun(Visitor author, String core) {
        author.go(core + "/drafts");
        return of(
                author,
                core,
                author.submit(core + "/drafts", Map.of("title", List.of(TITLE), "language", List.of("en"))));
    }

    static DraftedCourse revised(Visitor author, String core, String course) {
        author.go(core + "/drafts");
        return of(author, core, author.submit(core + "/drafts", Map.of("course", List.of(course))));
    }

    private static DraftedCourse of(Visitor author, String core, Answer shown) {
        return new DraftedCourse(author, core, shown.address().getPath().replaceFirst(".*/", ""));
    }

    /** The same draft in another window. */
    DraftedCourse by(Visitor other) {
        return new DraftedCourse(other, core, id);
    }

    String home() {
        return core + "/drafts/" + id;
    }

    Answer page() {
        return author.go(home());
    }

    Answer act(String what, Map<String, String> fields) {
        page();
        return author.submit(home() + "/" + what, lists(fields));
    }

    Answer send(String what, Map<String, String> fields) {
        page();
        return author.send(home() + "/" + what, lists(fields));
    }

    /** @return the id of the new block */
    String insert(String kind, String after) {
        return act("insertion", Map.of("kind", kind, "after", after))
                .address()
                .getPath()
                .replaceFirst(".*/", "");
    }

    /** What the author has seen of a block. */
    String seen(String block) {
        return author.go(home() + "/blocks/" + block).find(SEEN);
    }

    Answer write(String block, Map<String, List<String>> words) {
        return write(block, seen(block), words);
    }

    Answer write(String block, String seen, Map<String, List<String>> words) {
        var form = new HashMap<String, List<String>>();
        form.put("seen", List.of(seen));
        form.put("language", List.of("en"));
        form.putAll(words);
        return author.submit(home() + "/blocks/" + block, form);
    }

    Answer attach(String block, String fileName, byte[] file) {
        author.go(home() + "/blocks/" + block);
        return author.upload(
                home() + "/blocks/" + block + "/files",
                fileName,
                file,
                Map.of("field", "media", "licence", "own-work", "source", "Drawn for this test"));
    }

    Answer attach(String block, String fileName, String file) {
        return attach(block, fileName, file.getBytes(StandardCharsets.UTF_8));
    }

    Answer undo() {
        return act("undoing", Map.of("step", page().find(STEP)));
    }

    Answer redo() {
        return act("redoing", Map.of("step", page().find(STEP)));
    }

    Answer describe(String key) {
        return act("facts", facts(key));
    }

    Answer publish(String change) {
        author.go(home() + "/release");
        return author.submit(home() + "/release", Map.of("change", List.of(change), "effective", List.of("")));
    }

    static Map<String, String> facts(String key) {
        return Map.of(
                "key",
                key,
                "category",
                "safety",
                "minutes",
                "5",
                "objective",
                "Stands a ladder so that it stays",
                "owner",
                "Safety",
                "steward",
                "Learning design",
                "reviewDue",
                LocalDate.now(ZoneOffset.UTC).plusMonths(10).toString());
    }

    /** What a writer sees of the title of a draft that has just begun. */
    static String seenOfTitle() {
        String json = "{\"fields\":{\"title\":{\"en\":\"" + TITLE + "\"}},\"id\":\"course\",\"kind\":\"COURSE\"}";
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Map<String, List<String>> lists(Map<String, String> fields) {
        var lists = new HashMap<String, List<String>>();
        fields.forEach((name, value) -> lists.put(name, List.of(value)));
        return lists;
    }
}
