package org.mangrove.core.packages.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.mangrove.core.packages.PackageFile;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.EnterpriseCopy;
import org.mangrove.core.tenancy.EnterpriseId;

/** A file of a package as a cell holds it. */
@Entity
@Table(name = "packages_file_copy")
public class PackageFileCopy extends EnterpriseCopy {

    @Column(name = "digest", nullable = false)
    private String digest;

    @Column(name = "document", nullable = false)
    private String document;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected PackageFileCopy() {}

    public PackageFileCopy(EnterpriseId enterprise, PackageFile file) {
        super(enterprise, idOf(file.digest().hex()));
        this.digest = file.digest().hex();
        this.document = Definitions.write(file);
    }

    /** The same row each time the same thing is applied. */
    public static UUID idOf(String subject) {
        return UUID.nameUUIDFromBytes(("package-file/" + subject).getBytes(StandardCharsets.UTF_8));
    }

    public PackageFile file() {
        return Definitions.read(document, PackageFile.class);
    }
}
