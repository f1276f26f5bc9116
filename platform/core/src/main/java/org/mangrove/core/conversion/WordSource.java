package org.mangrove.core.conversion;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNum;
import org.apache.poi.xwpf.usermodel.XWPFPictureData;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.mangrove.core.conversion.Inlines.Look;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads Word's documents: paragraphs by their styles, lists by their numbering, pictures with what is said about them. */
final class WordSource implements DocumentSource {

    private static final Pattern HEADING = Pattern.compile("(?i)heading ([1-9])");
    private static final Pattern LANGUAGE = Pattern.compile("<w:lang\\b[^>]*\\bw:val=\"([A-Za-z0-9-]{2,20})\"");
    private static final Pattern WORDS = Pattern.compile("<w:t[ >][^<]*[^<\\s]");
    private static final int MOST_BASES = 20;

    private final Deadline deadline;

    WordSource(Deadline deadline) {
        this.deadline = deadline;
    }

    @Override
    public void read(byte[] document, Manuscript into) {
        OfficeArchive archive = OfficeArchive.open(document, deadline);
        if (!archive.has("word/document.xml")) {
            throw OfficeArchive.refused("other-than-its-name");
        }
        archive.dropped().forEach((loss, times) -> into.remark(loss, Place.EVERYWHERE, ""));
        try (var word = new XWPFDocument(new ByteArrayInputStream(archive.repacked()))) {
            OfficeFacts.of(word.getProperties(), into);
            language(archive, into);
            if (archive.parts().entrySet().stream().anyMatch(WordSource::isRunningHead)) {
                into.remark(Loss.RUNNING_HEAD, Place.EVERYWHERE, "");
            }
            var reading = new Reading(word, into);
            reading.blocks(word.getDocument().getBody().getDomNode(), 0);
            reading.endList();
        } catch (IOException broken) {
            throw OfficeArchive.refused("broken");
        }
    }

    private static void language(OfficeArchive archive, Manuscript into) {
        Optional.ofNullable(archive.parts().get("word/styles.xml"))
                .map(styles -> LANGUAGE.matcher(new String(styles, StandardCharsets.UTF_8)))
                .filter(Matcher::find)
                .ifPresent(found -> into.language(found.group(1)));
    }

    private static boolean isRunningHead(java.util.Map.Entry<String, byte[]> part) {
        return part.getKey().matches("word/(header|footer)\\d*\\.xml")
                && WORDS.matcher(new String(part.getValue(), StandardCharsets.UTF_8))
                        .find();
    }

    /** What makes a table more than rows of cells. */
    private static final Set<String> MERGED = Set.of("gridSpan", "vMerge", "hMerge", "tbl");

    private static final class Reading {

        private final XWPFDocument word;
        private final Manuscript into;
        private final ListInTheMaking list = new ListInTheMaking();
        private final List<Runnable> pictures = new ArrayList<>();
        private final Set<Place> changed = new HashSet<>();
        private Place listBegan = Place.EVERYWHERE;
        private int paragraphs;

        Reading(XWPFDocument word, Manuscript into) {
            this.word = word;
            this.into = into;
        }

        private Place here() {
            return Place.paragraph(Math.max(1, paragraphs));
        }

        void blocks(Node parent, int depth) {
            each(parent, element -> {
                into.goOn();
                switch (name(element)) {
                    case "p" -> paragraph(element);
                    case "tbl" -> table(element, depth);
                    case "sdt" -> child(element, "sdtContent").ifPresent(content -> blocks(content, depth + 1));
                    case "ins", "moveTo" -> {
                        trackedChange();
                        blocks(element, depth + 1);
                    }
                    case "del", "moveFrom" -> trackedChange();
                    case "customXml", "smartTag" -> blocks(element, depth + 1);
                    case "oMathPara" -> into.remark(Loss.FORMULA, here(), "");
                    case "altChunk" -> into.remark(Loss.EMBEDDED, here(), "");
                    default -> {
                        // Where pages and sections end, and what Word remembers
                    }
                }
            });
        }

        private void paragraph(Element paragraph) {
            paragraphs++;
            Optional<Element> properties = child(paragraph, "pPr");
            List<XWPFStyle> styles = styles(properties.flatMap(of -> value(of, "pStyle")));
            String style = styles.isEmpty() ? "" : nameOf(styles.getFirst());
            var line = new Inlines();
            inlines(paragraph, line, Look.PLAIN);
            if (style.startsWith("toc ")) {
                into.remark(Loss.NAVIGATION, Place.EVERYWHERE, "");
            } else if (line.isBlank()) {
                showPictures();
            } else {
                written(line, properties, styles, style);
            }
        }

        private void written(Inlines line, Optional<Element> properties, List<XWPFStyle> styles, String style) {
            OptionalInt level = headingLevel(properties, styles);
            Optional<Numbered> numbered = numbered(properties, styles);
            if (style.equals("title")) {
                endList();
                into.title(line.plain());
                into.heading(0, line.plain());
            } else if (level.isPresent()) {
                endList();
                into.heading(level.getAsInt(), line.plain());
            } else if (numbered.isPresent()) {
                Numbered item = numbered.get();
                if (!list.takes(item.depth(), item.ordered())) {
                    endList();
                }
                listBegan = list.isEmpty() ? here() : listBegan;
                list.add(line.paragraph(), item.depth(), item.ordered());
                return;
            } else if (style.contains("quote")) {
                endList();
                var quotation = new org.commonmark.node.BlockQuote();
                quotation.appendChild(line.paragraph());
                into.prose(quotation, here());
            } else {
                endList();
                into.prose(line.paragraph(), here());
            }
            showPictures();
        }

        void endList() {
            list.finish().ifPresent(whole -> into.prose(whole, listBegan));
            List<Runnable> shown = List.copyOf(pictures);
            pictures.clear();
            shown.forEach(Runnable::run);
        }

        /** In a list they wait for its end. */
        private void showPictures() {
            if (!pictures.isEmpty()) {
                endList();
            }
        }

        private void inlines(Node parent, Inlines line, Look look) {
            each(parent, element -> {
                switch (name(element)) {
                    case "r" -> run(element, line, look);
                    case "hyperlink" -> inlines(element, line, link(element, look));
                    case "ins", "moveTo" -> {
                        trackedChange();
                        inlines(element, line, look);
                    }
                    case "del", "moveFrom" -> trackedChange();
                    case "smartTag", "fldSimple", "customXml", "bdo", "dir" -> inlines(element, line, look);
                    case "sdt" -> child(element, "sdtContent").ifPresent(content -> inlines(content, line, look));
                    case "oMath", "oMathPara" -> into.remark(Loss.FORMULA, here(), "");
                    default -> {
                        // Bookmarks, the spelling's marks, the paragraph's own looks
                    }
                }
            });
        }

        private void run(Element run, Inlines line, Look around) {
            Look look = child(run, "rPr").map(of -> look(of, around)).orElse(around);
            each(run, element -> inRun(element, line, look));
        }

        private void inRun(Element element, Inlines line, Look look) {
            switch (name(element)) {
                case "t" -> line.add(textOf(element), look);
                case "tab", "ptab" -> line.add(" ", look);
                case "cr" -> line.breakLine();
                case "br" -> {
                    if (attribute(element, "type").isEmpty()) {
                        line.breakLine();
                    }
                }
                case "noBreakHyphen" -> line.add("\u2011", look);
                case "footnoteReference", "endnoteReference" -> into.remark(Loss.FOOTNOTE, here(), line.plain());
                case "commentReference" -> into.remark(Loss.COMMENT, here(), line.plain());
                case "object" -> into.remark(Loss.EMBEDDED, here(), "");
                case "drawing", "pict" -> drawing(element);
                case "AlternateContent" ->
                    child(element, "Choice").ifPresent(choice -> each(choice, inner -> inRun(inner, line, look)));
                case "ruby" -> {
                    child(element, "rubyBase").ifPresent(base -> inlines(base, line, look));
                    child(element, "rt").ifPresent(reading -> {
                        line.add("（", look);
                        inlines(reading, line, look);
                        line.add("）", look);
                    });
                }
                default -> {
                    // What a field is made of, and looks
                }
            }
        }

        private Look look(Element properties, Look around) {
            Look look = around;
            String style = value(properties, "rStyle")
                    .map(id ->
                            word.getStyles() == null ? null : word.getStyles().getStyle(id))
                    .map(Reading::nameOf)
                    .orElse("");
            if (isOn(properties, "b") || style.equals("strong")) {
                look = look.strongly();
            }
            if (isOn(properties, "i") || style.equals("emphasis")) {
                look = look.emphasized();
            }
            return look;
        }

        private Look link(Element link, Look look) {
            String id = attribute(link, "id");
            if (id.isEmpty()) {
                return look;
            }
            PackageRelationship relation = word.getPackagePart().getRelationship(id);
            if (relation == null || relation.getTargetMode() != TargetMode.EXTERNAL) {
                return look;
            }
            String address = relation.getTargetURI().toString();
            Optional<String> target = LinkTarget.of(address);
            if (target.isEmpty() && !LinkTarget.isWithin(address)) {
                into.remark(Loss.LINK, here(), address);
            }
            return look.to(target.orElse(""));
        }

        /** Pictures, and what only looks like one. */
        private void drawing(Element drawing) {
            Place place = here();
            var found = new ArrayList<Element>();
            descend(drawing, 0, found);
            String alt = found.stream()
                    .filter(each -> name(each).equals("docPr"))
                    .map(each -> attribute(each, "descr"))
                    .filter(words -> !words.isBlank())
                    .findFirst()
                    .orElse("");
            boolean hasText = found.stream().anyMatch(each -> name(each).equals("txbxContent"));
            List<Element> shown = found.stream()
                    .filter(each -> name(each).equals("blip") || name(each).equals("imagedata"))
                    .toList();
            if (hasText) {
                into.remark(
                        Loss.TEXT_BOX,
                        place,
                        found.stream()
                                .filter(each -> name(each).equals("txbxContent"))
                                .findFirst()
                                .map(WordSource::textOf)
                                .orElse(""));
            } else if (shown.isEmpty()) {
                into.remark(Loss.DRAWING, place, alt);
            }
            shown.forEach(each -> {
                String id = Stream.of("embed", "id")
                        .map(name -> attribute(each, name))
                        .filter(value -> !value.isEmpty())
                        .findFirst()
                        .orElse("");
                XWPFPictureData data = id.isEmpty() ? null : word.getPictureDataByID(id);
                if (data == null) {
                    into.remark(Loss.PICTURE_ELSEWHERE, place, alt);
                } else {
                    byte[] bytes = data.getData();
                    pictures.add(() -> into.picture(bytes, alt, "", place, alt.isEmpty() ? data.getFileName() : alt));
                }
            });
        }

        private static void descend(Node node, int depth, List<Element> found) {
            each(node, element -> {
                found.add(element);
                if (depth < 60 && !name(element).equals("Fallback")) {
                    descend(element, depth + 1, found);
                }
            });
        }

        private void table(Element table, int depth) {
            endList();
            List<List<Element>> rows = new ArrayList<>();
            each(table, row -> {
                if (name(row).equals("tr")) {
                    var cells = new ArrayList<Element>();
                    each(row, cell -> {
                        if (name(cell).equals("tc")) {
                            cells.add(cell);
                        }
                    });
                    rows.add(cells);
                }
            });
            if (rows.stream().allMatch(cells -> cells.size() <= 1)) {
                rows.forEach(cells -> cells.forEach(cell -> blocks(cell, depth + 1)));
                endList();
                return;
            }
            Place place = Place.paragraph(paragraphs + 1);
            List<List<String>> texts = rows.stream()
                    .map(cells -> cells.stream().map(cell -> text(cell, 0)).toList())
                    .toList();
            into.table(new Grid(texts, "", isHeaded(table), false, isWhole(table)), place);
            showPictures();
        }

        /** Whether no cell goes over several rows or columns, and none holds a table of its own. */
        private static boolean isWhole(Element table) {
            var below = new ArrayList<Element>();
            descend(table, 0, below);
            return below.stream().map(WordSource::name).noneMatch(MERGED::contains);
        }

        private static boolean isHeaded(Element table) {
            boolean says = child(table, "tblPr")
                    .flatMap(of -> child(of, "tblLook"))
                    .map(look -> attribute(look, "firstRow"))
                    .filter("1"::equals)
                    .isPresent();
            return says
                    || child(table, "tr")
                            .flatMap(row -> child(row, "trPr"))
                            .flatMap(of -> child(of, "tblHeader"))
                            .isPresent();
        }

        /** The words of a cell, with what is in it of other things told. */
        private String text(Element cell, int depth) {
            var words = new StringBuilder();
            each(cell, element -> {
                switch (name(element)) {
                    case "p" -> {
                        paragraphs++;
                        var line = new Inlines();
                        inlines(element, line, Look.PLAIN);
                        words.append(line.plain()).append(' ');
                    }
                    case "sdt", "sdtContent", "tbl", "tr", "tc", "ins" -> {
                        if (depth < 60) {
                            words.append(text(element, depth + 1)).append(' ');
                        }
                    }
                    default -> {
                        // Looks
                    }
                }
            });
            return words.toString();
        }

        private void trackedChange() {
            if (changed.add(here())) {
                into.remark(Loss.TRACKED_CHANGE, here(), "");
            }
        }

        private record Numbered(int depth, boolean ordered) {}

        private Optional<Numbered> numbered(Optional<Element> properties, List<XWPFStyle> styles) {
            Optional<Element> own = properties.flatMap(of -> child(of, "numPr"));
            Optional<String> number = own.flatMap(of -> value(of, "numId"))
                    .or(() -> styles.stream()
                            .map(style -> style.getCTStyle().getPPr())
                            .filter(of -> of != null
                                    && of.isSetNumPr()
                                    && of.getNumPr().isSetNumId())
                            .map((CTPPrGeneral of) ->
                                    of.getNumPr().getNumId().getVal().toString())
                            .findFirst());
            if (number.isEmpty() || !number.get().matches("[1-9]\\d{0,8}")) {
                return Optional.empty();
            }
            int depth = own.flatMap(of -> value(of, "ilvl"))
                    .filter(text -> text.matches("\\d"))
                    .map(Integer::parseInt)
                    .orElseGet(() -> depthOf(styles));
            return Optional.of(new Numbered(depth, isOrdered(new BigInteger(number.get()), depth)));
        }

        /** Styles for deeper items are called "List Bullet 2". */
        private static int depthOf(List<XWPFStyle> styles) {
            String name = styles.isEmpty() ? "" : nameOf(styles.getFirst());
            return name.matches("list .* [2-9]") ? name.charAt(name.length() - 1) - '1' : 0;
        }

        private boolean isOrdered(BigInteger number, int depth) {
            if (word.getNumbering() == null) {
                return false;
            }
            XWPFNum num = word.getNumbering().getNum(number);
            XWPFAbstractNum format = num == null
                    ? null
                    : word.getNumbering()
                            .getAbstractNum(num.getCTNum().getAbstractNumId().getVal());
            if (format == null) {
                return false;
            }
            for (CTLvl level : format.getCTAbstractNum().getLvlArray()) {
                if (level.getIlvl() != null && level.getIlvl().intValue() == depth && level.isSetNumFmt()) {
                    STNumberFormat.Enum kind = level.getNumFmt().getVal();
                    return kind != STNumberFormat.BULLET && kind != STNumberFormat.NONE;
                }
            }
            return false;
        }

        private OptionalInt headingLevel(Optional<Element> properties, List<XWPFStyle> styles) {
            Optional<String> outline = properties.flatMap(of -> value(of, "outlineLvl"));
            if (outline.isPresent() && outline.get().matches("[0-8]")) {
                return OptionalInt.of(Integer.parseInt(outline.get()) + 1);
            }
            return styles.stream()
                    .map(style -> HEADING.matcher(nameOf(style)))
                    .filter(Matcher::matches)
                    .mapToInt(found -> Integer.parseInt(found.group(1)))
                    .findFirst();
        }

        /** The style, and those that it is based on. */
        private List<XWPFStyle> styles(Optional<String> id) {
            var styles = new ArrayList<XWPFStyle>();
            String next = id.orElse("");
            while (!next.isEmpty() && styles.size() < MOST_BASES && word.getStyles() != null) {
                XWPFStyle style = word.getStyles().getStyle(next);
                if (style == null) {
                    break;
                }
                styles.add(style);
                next = Optional.ofNullable(style.getBasisStyleID()).orElse("");
            }
            return styles;
        }

        /** Word's own names of its styles are English in every language. */
        private static String nameOf(XWPFStyle style) {
            return Optional.ofNullable(style.getName()).orElse("").toLowerCase(Locale.ROOT);
        }

        private static boolean isOn(Element properties, String name) {
            return child(properties, name)
                    .map(mark -> attribute(mark, "val"))
                    .filter(value -> !value.matches("0|false|off|none"))
                    .isPresent();
        }
    }

    private static void each(Node parent, Consumer<Element> what) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                what.accept(element);
            }
        }
    }

    /** The words inside, however deep; this DOM does not do that itself. */
    private static String textOf(Node parent) {
        var words = new StringBuilder();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            words.append(child instanceof Element ? textOf(child) : child.getNodeValue());
        }
        return words.toString();
    }

    private static String name(Element element) {
        return Optional.ofNullable(element.getLocalName()).orElse("");
    }

    private static Optional<Element> child(Node parent, String name) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && name(element).equals(name)) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    /** What the attribute {@code val} of a property says. */
    private static Optional<String> value(Node properties, String name) {
        return child(properties, name).map(of -> attribute(of, "val"));
    }

    private static String attribute(Element element, String name) {
        var attributes = element.getAttributes();
        for (int at = 0; at < attributes.getLength(); at++) {
            Node attribute = attributes.item(at);
            String local = attribute.getLocalName() == null ? attribute.getNodeName() : attribute.getLocalName();
            if (local.equals(name)) {
                return Optional.ofNullable(attribute.getNodeValue()).orElse("");
            }
        }
        return "";
    }
}
