package org.mangrove.core.policy;

import java.util.Map;
import org.mangrove.core.tenancy.Enterprise;

/** Brings a policy. A slice that is governed by one has a bean of this type. */
public interface PolicySource {

    PolicyDefinition definition();

    /** What the operator's file of an enterprise says of it, by subject: the figures of its first version. */
    Map<String, String> declared(Enterprise enterprise);
}
