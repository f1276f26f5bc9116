package org.mangrove.core.publication;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.Iterator;
import java.util.List;

/** Appliers as the container would hand them out, as far as the feed asks for them. */
record AppliersInMemory(List<FeedApplier> all) implements Instance<FeedApplier> {

    @Override
    public Iterator<FeedApplier> iterator() {
        return all.iterator();
    }

    @Override
    public FeedApplier get() {
        return all.getFirst();
    }

    @Override
    public boolean isUnsatisfied() {
        return all.isEmpty();
    }

    @Override
    public boolean isAmbiguous() {
        return all.size() > 1;
    }

    @Override
    public Instance<FeedApplier> select(Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends FeedApplier> Instance<U> select(Class<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends FeedApplier> Instance<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void destroy(FeedApplier instance) {}

    @Override
    public Handle<FeedApplier> getHandle() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<? extends Handle<FeedApplier>> handles() {
        throw new UnsupportedOperationException();
    }
}
