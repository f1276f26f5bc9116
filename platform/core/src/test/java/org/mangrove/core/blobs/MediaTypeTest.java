package org.mangrove.core.blobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MediaTypeTest {

    private static final String CONTENTS = "[Content_Types].xml";

    @Test
    void an_office_document_is_told_by_what_is_in_it() {
        assertThat(MediaType.DOCX.fits(zip(CONTENTS, "word/document.xml"))).isTrue();
        assertThat(MediaType.XLSX.fits(zip(CONTENTS, "xl/workbook.xml"))).isTrue();
        assertThat(MediaType.PPTX.fits(zip(CONTENTS, "ppt/presentation.xml"))).isTrue();
        assertThat(MediaType.DOCX.fits(zip(CONTENTS, "xl/workbook.xml"))).isFalse();
        assertThat(MediaType.DOCX.fits(zip("word/document.xml"))).isFalse();
        assertThat(MediaType.DOCX.fits(zip("evil.exe"))).isFalse();
    }

    @Test
    void a_document_with_macros_is_none_whatever_its_name() {
        assertThat(MediaType.DOCX.fits(zip(CONTENTS, "word/document.xml", "word/vbaProject.bin")))
                .isFalse();
    }

    @Test
    void an_archive_that_is_cut_off_or_lies_about_itself_is_read_without_harm() {
        byte[] whole = zip(CONTENTS, "word/document.xml");
        for (int cut = 1; cut < whole.length; cut++) {
            assertThat(OfficeFile.names(ByteBuffer.wrap(Arrays.copyOf(whole, whole.length - cut))))
                    .isEmpty();
        }
        for (int at = whole.length - 22; at < whole.length - 2; at++) {
            byte[] lying = whole.clone();
            lying[at] = (byte) 0xff;
            MediaType.DOCX.fits(lying);
        }
    }

    @Test
    void a_table_of_text_is_utf_8_with_nothing_in_it_that_is_no_character() {
        assertThat(MediaType.CSV.fits(bytes("a,b\r\nä,\t重要\n"))).isTrue();
        assertThat(MediaType.CSV.fits(bytes("a\u0000b"))).isFalse();
        assertThat(MediaType.CSV.fits(new byte[] {'a', (byte) 0xff})).isFalse();
    }

    @Test
    void a_sound_is_no_film_and_a_page_is_no_document() {
        assertThat(MediaType.OGG.fits(bytes("OggS\u0000\u0002....................\u0001vorbis")))
                .isTrue();
        assertThat(MediaType.OGG.fits(bytes("OggS....................theora"))).isFalse();
        assertThat(MediaType.M4A.fits(bytes("\u0000\u0000\u0000\u0018ftypM4A \u0000")))
                .isTrue();
        assertThat(MediaType.PDF.fits(bytes("%PDF-1.7\n"))).isTrue();
        assertThat(MediaType.PDF.fits(bytes("<html>%PDF-"))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(MediaType.class)
    void each_type_is_found_again_by_its_name_and_by_its_ending(MediaType type) {
        assertThat(MediaType.parse(type.type())).contains(type);
        assertThat(MediaType.ofFile("a." + type.ending())).contains(type);
        assertThat(Stream.of(MediaType.Use.values()).filter(type::is)).hasSize(1);
        assertThat(type.type().length()).as("as long as a row takes").isLessThanOrEqualTo(100);
    }

    private static byte[] zip(String... names) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String name : List.of(names)) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write('x');
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
