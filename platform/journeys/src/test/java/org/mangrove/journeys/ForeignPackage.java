package org.mangrove.journeys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A SCORM package as other hands make them, and what is filled in where such packages are. */
final class ForeignPackage {

    private static final Pattern DIGEST = Pattern.compile("<code title=\"([0-9a-f]{64})\"");

    private static final String NEXT_YEAR =
            LocalDate.now(ZoneOffset.UTC).plusYears(1).toString();

    private static final String MANIFEST = """
            <?xml version="1.0" encoding="UTF-8"?>
            <manifest identifier="m" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
              <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
              <organizations default="o"><organization identifier="o"><title>%s</title>
                <item identifier="i" identifierref="r"><title>Part</title></item></organization></organizations>
              <resources><resource identifier="r" type="webcontent" adlcp:scormtype="sco" href="parts/start.html"><file href="parts/start.html"/></resource></resources>
            </manifest>
            """;

    /** Looks for its standard's object in the pages around it, as packages do, and tries what it must not be able to. */
    private static final String PAGE = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>%1$s</title></head><body><section aria-label="Part">
            <h1>%1$s</h1><p id="before"></p><p id="reach"></p><button id="pass">Pass</button></section>
            <script>
              let at = window;
              while (!at.API && at.parent && at.parent !== at) at = at.parent;
              const api = at.API;
              api.LMSInitialize('');
              document.getElementById('before').textContent = 'before: ' + api.LMSGetValue('cmi.suspend_data');
              const reach = document.getElementById('reach');
              let reached = '';
              try { reached += window.top.document.title; } catch { reached += 'no page'; }
              reached += document.cookie === '' ? ', no cookie' : ', a cookie';
              fetch('http://localhost/').then(() => { reach.textContent = reached + ', a net'; }, () => { reach.textContent = reached + ', no net'; });
              api.LMSSetValue('cmi.suspend_data', 'page 2');
              api.LMSCommit('');
              document.getElementById('pass').addEventListener('click', () => {
                api.LMSSetValue('cmi.core.score.raw', '80');
                api.LMSSetValue('cmi.core.lesson_status', 'passed');
                api.LMSFinish('');
              });
            </script></body></html>
            """;

    private static final String FACTS =
            "change=MINOR&owner={new-owner}&steward=Safety+team&objective=Nobody+is+hurt&reason=New&reviewDue="
                    + NEXT_YEAR + "&variant.en={package-file}";

    /** The key of the one that tests of all routes ask for. */
    static final String SAMPLE = "sample-package";

    /** One of its own, each time. */
    static final String FIRST = "seen=0&slug={new-package}&" + FACTS;

    static final String NEXT = "seen={package-version-seen}&" + FACTS;

    /** That everybody may put another in its place. */
    static final String LOCK = "hold=OPEN&space=global&grace=0&decider=Ingrid+Falk&reason=Any+machine";

    private ForeignPackage() {}

    static byte[] titled(String title) {
        return zip(Map.of("imsmanifest.xml", MANIFEST.formatted(title), "parts/start.html", PAGE.formatted(title)));
    }

    /** One with a file that would be written elsewhere. */
    static byte[] leadingElsewhere() {
        return zip(
                Map.of("imsmanifest.xml", MANIFEST.formatted("Bad"), "parts/start.html", "x", "../../evil.html", "x"));
    }

    private static byte[] zip(Map<String, String> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** By which a page with files tells the one of this title. */
    static String digest(String page, String title) {
        var found = DIGEST.matcher(page.substring(page.indexOf(title)));
        if (!found.find()) {
            throw new AssertionError("No digest of " + title);
        }
        return found.group(1);
    }

    /** @param variants digests by language */
    static Map<String, List<String>> version(String seen, String change, Map<String, String> variants) {
        var form = new HashMap<String, List<String>>();
        form.put("seen", List.of(seen));
        form.put("change", List.of(change));
        form.put("owner", List.of("Head of safety"));
        form.put("steward", List.of("Safety team"));
        form.put("objective", List.of("Nobody is hurt"));
        form.put("reviewDue", List.of(NEXT_YEAR));
        form.put("reason", List.of("New machines"));
        variants.forEach((language, digest) -> form.put("variant." + language, List.of(digest)));
        return form;
    }

    static Map<String, List<String>> firstVersion(String slug, Map<String, String> variants) {
        var form = new HashMap<>(version("0", "MAJOR", variants));
        form.put("slug", List.of(slug));
        return form;
    }

    static Map<String, List<String>> replacing(String seen, Map<String, String> variants) {
        var form = new HashMap<String, List<String>>();
        form.put("seen", List.of(seen));
        form.put("of", List.of("here"));
        form.put("reason", List.of("Our machines are others"));
        variants.forEach((language, digest) -> form.put("variant." + language, List.of(digest)));
        return form;
    }

    static Map<String, List<String>> deciding(String seen, String reason) {
        return Map.of("seen", List.of(seen), "reason", List.of(reason));
    }

    static Map<String, List<String>> lock(String hold) {
        return Map.of(
                "hold", List.of(hold),
                "space", List.of("global"),
                "grace", List.of("0"),
                "decider", List.of("Ingrid Falk"),
                "reason", List.of("One course for all"));
    }

    static Map<String, List<String>> claim(String jurisdiction) {
        return Map.of(
                "jurisdiction", List.of(jurisdiction),
                "legalReference", List.of("§ 12 ArbSchG"),
                "validUntil", List.of(NEXT_YEAR));
    }
}
