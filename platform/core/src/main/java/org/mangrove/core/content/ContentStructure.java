package org.mangrove.core.content;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mangrove.core.blobs.MediaType;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;
import org.mangrove.sdk.Message;

/** Reads what tables, code, accordions, files and pictures say in no language. */
final class ContentStructure {

    private final YamlPart part;
    private final BlockKind kind;
    private final SortedMap<String, Field> fields = new TreeMap<>();

    ContentStructure(YamlPart part, BlockKind kind) {
        this.part = part;
        this.kind = kind;
    }

    SortedMap<String, Field> read() {
        switch (kind) {
            case TABLE -> table();
            case CODE -> code();
            case ACCORDION -> part.find("parts").ifPresent(parts -> ids("parts", parts, BlockFields.MOST_PARTS));
            case FILE -> part.find("media").ifPresent(file -> name(file.text()));
            case IMAGE -> part.find("focus").ifPresent(this::focus);
            default -> {
                // The others have none of these
            }
        }
        for (String name : List.of("rows", "columns", "heads", "code", "syntax", "parts", "name", "focus")) {
            part.find(name).filter(there -> !fields.containsKey(name)).ifPresent(this::refuse);
        }
        return fields;
    }

    private void table() {
        part.find("rows").ifPresent(rows -> ids("rows", rows, TableFields.MOST_ROWS));
        part.find("columns").ifPresent(columns -> ids("columns", columns, TableFields.MOST_COLUMNS));
        part.find("heads")
                .ifPresent(heads -> fields.put("heads", Field.neutral(heads.oneOf(TableFields.HEADS, word -> word))));
    }

    private void ids(String name, YamlPart ids, int most) {
        List<YamlPart> listed = ids.list();
        if (listed.size() > most) {
            throw ids.problem(
                    Message.of("content.package.too-many").with("name", name).with("limit", most));
        }
        fields.put(name, Field.ids(listed.stream().map(YamlPart::slug).toList()));
    }

    private void code() {
        part.find("code").ifPresent(code -> fields.put("code", Field.neutral(code.exactly())));
        part.find("syntax").ifPresent(syntax -> {
            if (!CodeText.isSyntax(syntax.text())) {
                throw syntax.wrong("bash, SQL, C++, …");
            }
            fields.put("syntax", Field.neutral(syntax.text()));
        });
    }

    /** What the file is called when it is taken along; as in the package, if nothing else is said. */
    private void name(String path) {
        YamlPart said = part.find("name").orElseGet(() -> part.must("media"));
        String name = part.find("name").map(YamlPart::text).orElseGet(() -> path.substring(path.lastIndexOf('/') + 1));
        if (!FileName.fits(name, MediaType.ofFile(path))) {
            throw said.wrong("checklist." + path.substring(path.lastIndexOf('.') + 1));
        }
        fields.put("name", Field.neutral(name));
    }

    private void focus(YamlPart focus) {
        List<YamlPart> shares = focus.list();
        if (shares.size() != 2) {
            throw focus.problem(Message.of("content.package.focus"));
        }
        fields.put(
                "focus",
                Field.ids(shares.stream()
                        .map(share -> String.valueOf(share.number(0, 100)))
                        .toList()));
    }

    private void refuse(YamlPart stray) {
        throw stray.problem(Message.of("content.package.not-of-this-kind").with("kind", kind.word()));
    }
}
