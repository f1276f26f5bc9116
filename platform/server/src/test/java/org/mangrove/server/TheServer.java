package org.mangrove.server;

import java.io.File;
import org.assertj.core.api.Assertions;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.mangrove.core.tenancy.SampleTenants;
import org.mangrove.server.store.Probe;
import org.mangrove.server.walls.StoreWalls;

/** The server as it ships, with the tests that run inside it: one deployment for all of them. */
@ArquillianSuiteDeployment
public class TheServer {

    @Deployment
    static Archive<?> server() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/ROOT.war"))
                .addPackage(TheServer.class.getPackage())
                .addPackage(Probe.class.getPackage())
                .addPackage(StoreWalls.class.getPackage())
                .addClass(SampleTenants.class)
                .addAsLibraries(jarOf(Assertions.class), jarOf(Test.class));
    }

    private static File jarOf(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
