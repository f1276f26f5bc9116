package org.mangrove.core.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.PersonalData;
import org.mangrove.core.privacy.ExportReadme.Chapter;
import org.mangrove.core.tenancy.TenantProfile;

/**
 * Makes an archive of everything that is held of somebody: a file of JSON lines for each holder and kind, the files that belong
 * to them, and a page that explains it. Off the path of any request; after a kill it is begun anew.
 */
@ApplicationScoped
class Exporting {

    private static final Pattern UNFIT = Pattern.compile("[^\\p{L}\\p{N}._-]+");

    @Inject
    ExportStep step;

    @Inject
    Holders holders;

    @Inject
    Subjects subjects;

    @Inject
    ExportFiles files;

    @Inject
    ExportReadme readme;

    void run(TenantProfile tenant, UUID id) {
        Optional<Request> found = step.find(tenant.tenant().id(), id);
        if (found.isEmpty()) {
            return;
        }
        Request request = found.get();
        Optional<DataSubject> who = request.person().flatMap(person -> subjects.find(tenant, person));
        if (who.isEmpty()) {
            step.gone(tenant.tenant().id(), id);
            return;
        }
        byte[] key = files.key();
        try {
            write(tenant, request, who.get(), key);
            step.ready(tenant.tenant().id(), id, key, files.size(tenant, id));
        } catch (IOException failed) {
            throw new UncheckedIOException("An export cannot be written", failed);
        }
    }

    private void write(TenantProfile tenant, Request request, DataSubject who, byte[] key) throws IOException {
        List<PersonalData> all = holders.all();
        var chapters = new ArrayList<Chapter>();
        try (OutputStream out = files.write(tenant, request.id(), key);
                var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (int i = 0; i < all.size(); i++) {
                chapters.add(write(tenant, request, who, all.get(i), zip));
                step.moved(tenant.tenant().id(), request.id(), i + 1, all.size() + 1);
            }
            zip.putNextEntry(new ZipEntry("README.html"));
            Locale language = request.language();
            zip.write(readme.write(tenant, language, request, chapters).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }

    private Chapter write(
            TenantProfile tenant, Request request, DataSubject who, PersonalData holder, ZipOutputStream zip)
            throws IOException {
        try (var gathered = new GatheredItems(files, tenant, request.id())) {
            holder.export(tenant, who, gathered);
            for (GatheredItems.Told told : gathered.told()) {
                zip.putNextEntry(new ZipEntry(Chapter.fileOf(holder.holder(), told.kind())));
                gathered.copy(told.kind(), zip);
                zip.closeEntry();
            }
            var names = new ArrayList<String>();
            for (int i = 0; i < gathered.fileNames().size(); i++) {
                String name = "%s/files/%d-%s"
                        .formatted(
                                holder.holder(),
                                i + 1,
                                UNFIT.matcher(gathered.fileNames().get(i)).replaceAll("_"));
                zip.putNextEntry(new ZipEntry(name));
                gathered.copyFile(i, zip);
                zip.closeEntry();
                names.add(name);
            }
            return new Chapter(holder.holder(), gathered.told(), names);
        }
    }
}
