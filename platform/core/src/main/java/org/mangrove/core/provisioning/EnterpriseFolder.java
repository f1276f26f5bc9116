package org.mangrove.core.provisioning;

import java.util.Map;

/** The files of one enterprise, each of which fits its schema. */
record EnterpriseFolder(String slug, Section enterprise, Map<String, Section> tenants) {}
