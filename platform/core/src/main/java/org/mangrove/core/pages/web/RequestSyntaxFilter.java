package org.mangrove.core.pages.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns down a request that nothing behind it could read, so that nothing behind it has to fail over it. */
public class RequestSyntaxFilter implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var asked = (HttpServletRequest) request;
        var answer = (HttpServletResponse) response;
        if (!isWellEscaped(asked.getRequestURI()) || !isWellEscaped(asked.getQueryString())) {
            answer.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else if (!hasReadableBody(asked)) {
            answer.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isWellEscaped(@Nullable String raw) {
        return Optional.ofNullable(raw).map(RequestSyntax::isWellEscaped).orElse(true);
    }

    /** Bodies come as they are: nobody who speaks to us has need to compress one, and unpacking is work for whoever asks. */
    private static boolean hasReadableBody(HttpServletRequest asked) {
        boolean packed = Optional.ofNullable(asked.getHeader("Content-Encoding"))
                .filter(encoding -> !encoding.equalsIgnoreCase("identity"))
                .isPresent();
        return !packed
                && Optional.ofNullable(asked.getContentType())
                        .map(RequestSyntax::isReadableType)
                        .orElse(true);
    }
}
