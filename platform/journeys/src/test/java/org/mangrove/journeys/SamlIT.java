package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/** A company that speaks SAML: a realm of its own plays it, and its people come in without an account of ours. */
@Tag("long")
@ExtendWith(WholeStack.class)
class SamlIT {

    private static final String COMPANY = "acme-at-company";

    @Test
    void somebody_whom_only_the_company_knows_signs_on_through_it(WholeStack.Site site, Stack stack) {
        makeCompany(stack);
        apply(stack, EditedFolder.ofTenantsConfig().with("acme/acme-at.yaml", text -> text + withSaml()));
        try (var rudi = new Visitor(site, "de")) {
            var start = rudi.arrive("/t/acme-at/sign-on?back=/catalogue", "rudi.mayr@acme-at.example", "company");

            assertThat(start.status())
                    .as("%s %s", start.address(), start.text())
                    .isEqualTo(200);
            assertThat(rudi.askedBy()).anyMatch(page -> page.getPath().startsWith("/realms/" + COMPANY + "/"));
            assertThat(start.text()).as("the company says what he is called").contains("Rudi");
            assertThat(Rows.ofCell(stack, "eu")
                            .number("select count(*) from identity_person where given_name = 'Rudi'"
                                    + " and family_name = 'Mayr' and email = 'rudi.mayr@acme-at.example'"))
                    .isEqualTo(1);
            rudi.follow(rudi.go("/t/acme-de/sign-on"));
            assertThat(rudi.go("/t/acme-de/catalogue").isRedirect())
                    .as("into the tenant of his company only")
                    .isTrue();
        } finally {
            apply(stack, EditedFolder.ofTenantsConfig());
        }
    }

    private static void makeCompany(Stack stack) {
        String keycloak = stack.keycloak().url().toString();
        String broker = keycloak + "/realms/acme-eu/broker/" + COMPANY + "/endpoint";
        String realm = """
                {"realm": "%1$s", "enabled": true, "sslRequired": "none",
                 "users": [{"username": "rudi.mayr@acme-at.example", "enabled": true, "emailVerified": true,
                            "email": "rudi.mayr@acme-at.example", "firstName": "Rudi", "lastName": "Mayr",
                            "credentials": [{"type": "password", "value": "company", "temporary": false}]}],
                 "clients": [{"clientId": "%2$s/realms/acme-eu", "protocol": "saml", "enabled": true,
                              "redirectUris": ["%3$s*"],
                              "attributes": {"saml.assertion.signature": "true", "saml.server.signature": "true",
                                             "saml.client.signature": "false", "saml.force.post.binding": "true",
                                             "saml.authnstatement": "true", "saml_name_id_format": "persistent",
                                             "saml_assertion_consumer_url_post": "%3$s"},
                              "protocolMappers": [%4$s, %5$s, %6$s]}]}
                """.formatted(
                        COMPANY,
                        keycloak,
                        broker,
                        attribute("email", "urn:oid:1.2.840.113549.1.9.1", "email"),
                        attribute("firstName", "urn:oid:2.5.4.42", "givenName"),
                        attribute("lastName", "urn:oid:2.5.4.4", "surname"));
        new Operator(stack).atKeycloak("POST", "/admin/realms", realm).must();
    }

    private static String attribute(String property, String name, String friendly) {
        return """
                {"name": "%3$s", "protocol": "saml", "protocolMapper": "saml-user-property-mapper",
                 "config": {"user.attribute": "%1$s", "attribute.name": "%2$s", "friendly.name": "%3$s",
                            "attribute.nameformat": "URI Reference"}}
                """.formatted(property, name, friendly);
    }

    /** What is to be added to the file of the tenant. */
    private static String withSaml() {
        return """
                  providers:
                    %1$s:
                      kind: saml
                      names:
                        de: Anmeldung der Acme Österreich
                        en: Acme Austria sign-on
                      metadata-url: ${keycloak}/realms/%1$s/protocol/saml/descriptor
                      domains: [acme-at.example]
                """.formatted(COMPANY);
    }

    private static void apply(Stack stack, EditedFolder config) {
        new Operator(stack)
                .post("/operator/api/tenants/apply", "application/zip", config.zipped())
                .must();
    }
}
