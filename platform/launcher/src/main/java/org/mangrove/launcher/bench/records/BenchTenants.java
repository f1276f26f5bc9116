package org.mangrove.launcher.bench.records;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.launcher.Login;
import org.mangrove.launcher.Trouble;

/**
 * Makes many tenants of one, in a cell's own copy of the book alone: nobody signs on to them, only their stores are used. A
 * node knows them when it starts again.
 */
public final class BenchTenants {

    private static final int FIRST_NUMBER = 500_000;

    private BenchTenants() {}

    /**
     * With a store of statements each.
     *
     * @param url of the cell's schema
     * @param like the slug of the tenant that they are made of
     * @param credential of that tenant, which opens the stores of all of them
     */
    public static List<Store.Tenant> make(String url, Login login, String like, UUID credential, int count) {
        return copies(url, login, like, "bench-", FIRST_NUMBER, count, Optional.of(credential));
    }

    /**
     * Without any.
     *
     * @param prefix of their slugs
     * @param first number of theirs
     */
    public static void make(String url, Login login, String like, String prefix, int first, int count) {
        copies(url, login, like, prefix, first, count, Optional.empty());
    }

    private static List<Store.Tenant> copies(
            String url, Login login, String like, String prefix, int first, int count, Optional<UUID> credential) {
        var tenants = new ArrayList<Store.Tenant>();
        try (Connection connection = DriverManager.getConnection(url, login.name(), login.secret())) {
            connection.setAutoCommit(false);
            int original = number(connection, like);
            for (int each = 0; each < count; each++) {
                var tenant = new Store.Tenant(first + each, prefix + each);
                copy(connection, original, tenant);
                if (credential.isPresent()) {
                    copyCredential(connection, original, tenant, credential.get());
                }
                tenants.add(tenant);
            }
            connection.commit();
            return tenants;
        } catch (SQLException failed) {
            throw new Trouble("Tenants cannot be made for the benchmark: " + failed.getMessage(), failed);
        }
    }

    private static int number(Connection connection, String slug) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select tenant_id from tenancy_tenant where slug = ?")) {
            select.setString(1, slug);
            try (ResultSet found = select.executeQuery()) {
                found.next();
                return found.getInt(1);
            }
        }
    }

    private static void copy(Connection connection, int original, Store.Tenant tenant) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into tenancy_tenant (tenant_id, enterprise_id, slug, profile)"
                        + " select ?, enterprise_id, ?, json_set(profile, '$.tenant.id', json_object('number', ?),"
                        + " '$.tenant.slug', ?) from tenancy_tenant where tenant_id = ?")) {
            insert.setInt(1, tenant.number());
            insert.setString(2, tenant.slug());
            insert.setInt(3, tenant.number());
            insert.setString(4, tenant.slug());
            insert.setInt(5, original);
            insert.executeUpdate();
        }
    }

    private static void copyCredential(Connection connection, int original, Store.Tenant tenant, UUID credential)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into credentials_credential"
                + " (tenant_id, id, title, scopes, secret_hash) select ?, id, title, scopes, secret_hash"
                + " from credentials_credential where tenant_id = ? and id = ?")) {
            insert.setInt(1, tenant.number());
            insert.setInt(2, original);
            insert.setBytes(3, BareStore.bytes(credential));
            insert.executeUpdate();
        }
    }
}
