package org.mangrove.core.pages.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a browser can decompress. */
final class AcceptedEncodings {

    private AcceptedEncodings() {}

    static Set<String> of(HttpServletRequest http) {
        String header = Optional.ofNullable(http.getHeader("Accept-Encoding")).orElse("");
        return Arrays.stream(header.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .filter(encoding -> !encoding.matches(".*;\\s*q=0(\\.0*)?"))
                .map(encoding -> encoding.replaceFirst("\\s*;.*", ""))
                .collect(Collectors.toUnmodifiableSet());
    }
}
