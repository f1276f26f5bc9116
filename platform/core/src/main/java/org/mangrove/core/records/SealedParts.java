package org.mangrove.core.records;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.crypto.SecretKey;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.keys.Sealer;
import org.mangrove.core.records.NewStatement.Part;
import org.mangrove.sdk.TenantId;

/**
 * How what a statement says of people is written: a byte for the form, and for each seal its id, the numbers of what lies under
 * it, a length, and that many bytes. Opened, these are the values in the order of the numbers, each with its length. Numbers and
 * lengths are written seven bits a byte, the lowest first.
 */
final class SealedParts {

    private static final byte FORM = 1;
    private static final int ID_BYTES = 16;
    private static final int SEVEN_BITS = 0x7f;

    /** @param numbers of what lies under the seal */
    record Bundle(UUID seal, List<Integer> numbers, byte[] bytes) {}

    private SealedParts() {}

    /** @param seals by whose they are */
    static byte[] write(Sealer sealer, NewStatement statement, Function<UUID, Seal> seals) {
        if (statement.parts().isEmpty()) {
            return new byte[0];
        }
        var bundles = new LinkedHashMap<Optional<UUID>, List<Part>>();
        for (Part part : statement.parts()) {
            bundles.computeIfAbsent(part.person(), first -> new ArrayList<>()).add(part);
        }
        var out = new ByteArrayOutputStream();
        out.write(FORM);
        bundles.forEach((person, parts) -> {
            var values = new ByteArrayOutputStream();
            for (Part part : parts) {
                write(values, part.json().length);
                values.writeBytes(part.json());
            }
            Optional<Seal> seal = person.map(seals);
            UUID id = seal.map(Seal::id).orElse(Seal.NONE);
            byte[] about = about(statement.tenant(), statement.position(), id);
            byte[] bytes = seal.map(one -> sealer.seal(one.key(), values.toByteArray(), about))
                    .orElseGet(values::toByteArray);
            out.writeBytes(Uuids.bytes(id));
            write(out, parts.size());
            parts.forEach(part -> write(out, part.number()));
            write(out, bytes.length);
            out.writeBytes(bytes);
        });
        return out.toByteArray();
    }

    static List<Bundle> read(byte[] sealed) {
        var bundles = new ArrayList<Bundle>();
        if (sealed.length == 0) {
            return bundles;
        }
        var in = ByteBuffer.wrap(sealed);
        byte form = in.get();
        if (form != FORM) {
            throw new IllegalStateException("A form of sealed statements that this node does not know: " + form);
        }
        while (in.hasRemaining()) {
            var id = new UUID(in.getLong(), in.getLong());
            int count = number(in);
            var numbers = new ArrayList<Integer>(count);
            for (int each = 0; each < count; each++) {
                numbers.add(number(in));
            }
            byte[] bytes = new byte[number(in)];
            in.get(bytes);
            bundles.add(new Bundle(id, numbers, bytes));
        }
        return bundles;
    }

    /** Adds the values of a bundle to those that are known by their numbers. */
    static void open(
            Sealer sealer, TenantId tenant, UUID position, Bundle bundle, SecretKey key, Map<Integer, byte[]> values) {
        add(bundle, sealer.open(key, bundle.bytes(), about(tenant, position, bundle.seal())), values);
    }

    /** Adds the values of a bundle that are nobody's. */
    static void add(Bundle bundle, byte[] opened, Map<Integer, byte[]> values) {
        var in = ByteBuffer.wrap(opened);
        for (int number : bundle.numbers()) {
            byte[] value = new byte[number(in)];
            in.get(value);
            values.put(number, value);
        }
    }

    private static byte[] about(TenantId tenant, UUID position, UUID seal) {
        return ByteBuffer.allocate(Integer.BYTES + 2 * ID_BYTES)
                .putInt(tenant.number())
                .put(Uuids.bytes(position))
                .put(Uuids.bytes(seal))
                .array();
    }

    private static void write(ByteArrayOutputStream out, int number) {
        int rest = number;
        while (rest > SEVEN_BITS) {
            out.write(rest & SEVEN_BITS | SEVEN_BITS + 1);
            rest >>>= 7;
        }
        out.write(rest);
    }

    private static int number(ByteBuffer in) {
        int number = 0;
        int shift = 0;
        byte next;
        do {
            next = in.get();
            number |= (next & SEVEN_BITS) << shift;
            shift += 7;
        } while (next < 0);
        return number;
    }
}
