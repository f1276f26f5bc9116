package org.mangrove.core.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.tenancy.TenantProfile;

/**
 * Exports in the cell's object store, each encrypted under a key of its own that lies in its row alone: whoever has the files, or
 * a backup of them, reads nothing, and an export whose row is emptied is gone wherever its file may still be. Each key is used
 * once, so the counter may begin at zero; that a file is whole the archive in it says.
 */
@ApplicationScoped
class ExportFiles {

    private static final String CIPHER = "AES/CTR/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    Configuration configuration;

    byte[] key() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return key;
    }

    OutputStream write(TenantProfile tenant, UUID export, byte[] key) throws IOException {
        Path file = file(tenant, export);
        Files.createDirectories(file.getParent());
        return writeTo(file, key);
    }

    InputStream read(TenantProfile tenant, UUID export, byte[] key) throws IOException {
        return readFrom(file(tenant, export), key);
    }

    long size(TenantProfile tenant, UUID export) throws IOException {
        return Files.size(file(tenant, export));
    }

    void remove(TenantProfile tenant, UUID export) {
        try {
            Files.deleteIfExists(file(tenant, export));
        } catch (IOException failed) {
            throw new UncheckedIOException("An export cannot be removed", failed);
        }
    }

    /** A file beside, for what is gathered on the way. */
    Path beside(TenantProfile tenant, UUID export, int number) {
        return file(tenant, export).resolveSibling(export + "-" + number);
    }

    OutputStream writeTo(Path file, byte[] key) throws IOException {
        return new CipherOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file)), cipher(Cipher.ENCRYPT_MODE, key));
    }

    InputStream readFrom(Path file, byte[] key) throws IOException {
        return new CipherInputStream(
                new BufferedInputStream(Files.newInputStream(file)), cipher(Cipher.DECRYPT_MODE, key));
    }

    private Path file(TenantProfile tenant, UUID export) {
        return configuration.blobs().resolve("exports").resolve(tenant.cell()).resolve(export.toString());
    }

    private static Cipher cipher(int mode, byte[] key) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[16]));
            return cipher;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has " + CIPHER, missing);
        }
    }
}
