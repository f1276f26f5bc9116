package org.mangrove.core.identity.web;

import jakarta.inject.Inject;
import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Lets the container ask our sign-on for every request to this application, and for none to another. */
@WebListener
public class SignOnRegistration implements ServletContextListener {

    @Inject
    SignOnMechanism mechanism;

    @Override
    public void contextInitialized(ServletContextEvent begun) {
        AuthConfigFactory.getFactory().registerServerAuthModule(new SignOnModule(mechanism), begun.getServletContext());
    }

    @Override
    public void contextDestroyed(ServletContextEvent ended) {
        AuthConfigFactory.getFactory().removeServerAuthModule(ended.getServletContext());
    }
}
