package org.mangrove.core.conversion;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFConnectorShape;
import org.apache.poi.xslf.usermodel.XSLFGraphicFrame;
import org.apache.poi.xslf.usermodel.XSLFGroupShape;
import org.apache.poi.xslf.usermodel.XSLFHyperlink;
import org.apache.poi.xslf.usermodel.XSLFNotes;
import org.apache.poi.xslf.usermodel.XSLFObjectShape;
import org.apache.poi.xslf.usermodel.XSLFPictureShape;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTableCell;
import org.apache.poi.xslf.usermodel.XSLFTableRow;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.conversion.Inlines.Look;

/** Reads PowerPoint's slides: what they are called, what stands on them from top to bottom, and what is said to them. */
final class SlidesSource implements DocumentSource {

    private static final int TITLE = 0;
    private static final int SECTION = 1;
    private static final int SLIDE = 2;
    private static final int DEEPEST = 20;

    /** In points; what begins less far apart stands on the same line. */
    private static final double SAME_LINE = 18;

    private static final Pattern LANGUAGE = Pattern.compile("\\blang=\"([A-Za-z0-9-]{2,20})\"");

    private final Deadline deadline;

    SlidesSource(Deadline deadline) {
        this.deadline = deadline;
    }

    @Override
    public void read(byte[] document, Manuscript into) {
        OfficeArchive archive = OfficeArchive.open(document, deadline);
        if (!archive.has("ppt/presentation.xml")) {
            throw OfficeArchive.refused("other-than-its-name");
        }
        archive.dropped().forEach((loss, times) -> into.remark(loss, Place.EVERYWHERE, ""));
        try (var show = new XMLSlideShow(new ByteArrayInputStream(archive.repacked()))) {
            OfficeFacts.of(show.getProperties(), into);
            language(archive, into);
            begin(show, into);
            for (XSLFSlide slide : show.getSlides()) {
                into.goOn();
                slide(slide, into);
            }
        } catch (IOException broken) {
            throw OfficeArchive.refused("broken");
        }
    }

    /** The language of the first words. */
    private static void language(OfficeArchive archive, Manuscript into) {
        Optional.ofNullable(archive.parts().get("ppt/slides/slide1.xml"))
                .map(slide -> LANGUAGE.matcher(new String(slide, StandardCharsets.UTF_8)))
                .filter(Matcher::find)
                .ifPresent(found -> into.language(found.group(1)));
    }

    /** The slides of a show without parts are one section. */
    private static void begin(XMLSlideShow show, Manuscript into) {
        List<XSLFSlide> shown =
                show.getSlides().stream().filter(slide -> !slide.isHidden()).toList();
        shown.stream()
                .filter(slide -> is(slide, SlideLayout.TITLE))
                .findFirst()
                .or(() -> shown.stream().findFirst())
                .ifPresent(slide -> into.title(titleOf(slide)));
        into.heading(TITLE, into.title());
        if (shown.stream().noneMatch(slide -> is(slide, SlideLayout.SECTION_HEADER))) {
            into.heading(SECTION, into.title());
        }
    }

    private static String titleOf(XSLFSlide slide) {
        return slide.getShapes().stream()
                .filter(XSLFTextShape.class::isInstance)
                .map(XSLFTextShape.class::cast)
                .filter(shape -> isTitle(shape.getTextType()))
                .map(XSLFTextShape::getText)
                .findFirst()
                .orElse("");
    }

    private static boolean isTitle(@Nullable Placeholder kind) {
        return kind == Placeholder.TITLE || kind == Placeholder.CENTERED_TITLE;
    }

    private static boolean is(XSLFSlide slide, SlideLayout layout) {
        return slide.getSlideLayout() != null && slide.getSlideLayout().getType() == layout;
    }

    private static void slide(XSLFSlide slide, Manuscript into) {
        Place place = Place.slide(slide.getSlideNumber());
        String title = titleOf(slide);
        if (slide.isHidden()) {
            into.remark(Loss.HIDDEN_SLIDE, place, title);
            return;
        }
        if (!title.equals(into.title()) || !is(slide, SlideLayout.TITLE)) {
            into.heading(is(slide, SlideLayout.SECTION_HEADER) ? SECTION : SLIDE, title);
        }
        if (slide.getXmlObject().isSetTiming()) {
            into.remark(Loss.ANIMATION, Place.EVERYWHERE, "");
        }
        if (!slide.getComments().isEmpty()) {
            into.remark(Loss.COMMENT, place, "");
        }
        var reading = new Reading(into, place);
        reading.shapes(slide.getShapes(), 0);
        notes(slide, into, place);
    }

    private static void notes(XSLFSlide slide, Manuscript into, Place place) {
        XSLFNotes notes = slide.getNotes();
        if (notes == null) {
            return;
        }
        var said = new ArrayList<Node>();
        for (XSLFTextShape shape : notes.getPlaceholders()) {
            if (shape.getTextType() == Placeholder.BODY) {
                new Text(said::add, (loss, detail) -> into.remark(loss, place, detail)).read(shape);
            }
        }
        into.aside(said, place);
    }

    private record Reading(Manuscript into, Place place) {

        void shapes(List<XSLFShape> shapes, int depth) {
            inReadingOrder(shapes).forEach(shape -> {
                into.goOn();
                shape(shape, depth);
            });
        }

        private void shape(XSLFShape shape, int depth) {
            switch (shape) {
                case XSLFPictureShape picture -> picture(picture);
                case XSLFTable table -> table(table);
                case XSLFObjectShape object -> into.remark(Loss.EMBEDDED, place, object.getShapeName());
                case XSLFGraphicFrame frame -> into.remark(Loss.DRAWING, place, frame.getShapeName());
                case XSLFGroupShape group -> {
                    if (depth < DEEPEST) {
                        shapes(group.getShapes(), depth + 1);
                    }
                }
                case XSLFTextShape text -> text(text);
                case XSLFConnectorShape line -> {
                    // Leads the eye, and says nothing
                }
                default -> into.remark(Loss.DRAWING, place, shape.getShapeName());
            }
        }

        private void text(XSLFTextShape shape) {
            Placeholder kind = shape.getTextType();
            boolean isFurniture = isTitle(kind)
                    || kind == Placeholder.FOOTER
                    || kind == Placeholder.HEADER
                    || kind == Placeholder.DATETIME
                    || kind == Placeholder.SLIDE_NUMBER;
            if (!isFurniture) {
                new Text(block -> into.prose(block, place), (loss, detail) -> into.remark(loss, place, detail))
                        .read(shape);
            }
        }

        private void picture(XSLFPictureShape picture) {
            String alt = Optional.ofNullable(
                            picture.getXmlObject()
                                            instanceof
                                            org.openxmlformats.schemas.presentationml.x2006.main.CTPicture own
                                    ? own.getNvPicPr().getCNvPr().getDescr()
                                    : null)
                    .orElse("");
            String detail = alt.isBlank() ? picture.getShapeName() : alt;
            if (picture.isExternalLinkedPicture() || picture.getPictureData() == null) {
                into.remark(Loss.PICTURE_ELSEWHERE, place, detail);
                return;
            }
            if (picture.getXmlObject().toString().matches("(?s).*<a:(video|audio|quickTime)File.*")) {
                into.remark(Loss.FILM, place, detail);
            }
            into.picture(picture.getPictureData().getData(), alt, "", place, detail);
        }

        private void table(XSLFTable table) {
            var rows = new ArrayList<List<String>>();
            boolean isWhole = true;
            for (XSLFTableRow row : table.getRows()) {
                rows.add(row.getCells().stream().map(XSLFTableCell::getText).toList());
                isWhole &= row.getCells().stream()
                        .noneMatch(cell -> cell.isMerged() || cell.getGridSpan() > 1 || cell.getRowSpan() > 1);
            }
            into.table(new Grid(rows, "", true, false, isWhole), place);
        }

        /** From top to bottom; what stands on one line, as the file has it, which is the order of screen readers. */
        private static List<XSLFShape> inReadingOrder(List<XSLFShape> shapes) {
            var lines = new ArrayList<List<XSLFShape>>();
            var byTop = new ArrayList<>(shapes);
            byTop.sort(Comparator.comparingDouble(Reading::top));
            double line = Double.NEGATIVE_INFINITY;
            for (XSLFShape shape : byTop) {
                if (lines.isEmpty() || top(shape) - line > SAME_LINE) {
                    lines.add(new ArrayList<>());
                    line = top(shape);
                }
                lines.getLast().add(shape);
            }
            lines.forEach(each -> each.sort(Comparator.comparingInt(shapes::indexOf)));
            return lines.stream().flatMap(List::stream).toList();
        }

        private static double top(XSLFShape shape) {
            Rectangle2D anchor = shape.getAnchor();
            return anchor == null ? 0 : anchor.getY();
        }
    }

    private interface Told {
        void tell(Loss loss, String detail);
    }

    /** The paragraphs of a shape; those with bullets or numbers are lists. */
    private record Text(java.util.function.Consumer<Node> blocks, Told told) {

        void read(XSLFTextShape shape) {
            var list = new ListInTheMaking();
            for (XSLFTextParagraph paragraph : shape.getTextParagraphs()) {
                var line = new Inlines();
                for (XSLFTextRun run : paragraph.getTextRuns()) {
                    line.add(Optional.ofNullable(run.getRawText()).orElse("").replace('\u000b', '\n'), look(run));
                }
                if (line.isBlank()) {
                    continue;
                }
                if (isItem(shape, paragraph)) {
                    boolean ordered = paragraph.getAutoNumberingScheme() != null;
                    if (!list.takes(paragraph.getIndentLevel(), ordered)) {
                        list.finish().ifPresent(blocks);
                    }
                    list.add(line.paragraph(), paragraph.getIndentLevel(), ordered);
                } else {
                    list.finish().ifPresent(blocks);
                    blocks.accept(line.paragraph());
                }
            }
            list.finish().ifPresent(blocks);
        }

        private static boolean isItem(XSLFTextShape shape, XSLFTextParagraph paragraph) {
            return shape.getTextType() != Placeholder.SUBTITLE
                    && (paragraph.isBullet() || paragraph.getAutoNumberingScheme() != null);
        }

        private Look look(XSLFTextRun run) {
            Look look = Look.PLAIN;
            if (run.isBold()) {
                look = look.strongly();
            }
            if (run.isItalic()) {
                look = look.emphasized();
            }
            XSLFHyperlink link = run.getHyperlink();
            if (link == null || link.getAddress() == null) {
                return look;
            }
            Optional<String> target = LinkTarget.of(link.getAddress());
            if (target.isEmpty()
                    && !LinkTarget.isWithin(link.getAddress())
                    && !link.getAddress().startsWith("slide")) {
                told.tell(Loss.LINK, link.getAddress());
            }
            return look.to(target.orElse(""));
        }
    }
}
