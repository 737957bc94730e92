package vn.tongket.shared;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.tongket.shared.DomainException.Fault;

/**
 * An import file as it was read: its tree, what is wrong with it so far, and remarks on what was mended on the way.
 * Unreadable content leaves an empty tree and its fault.
 */
public record ImportFile(JsonNode tree, List<Fault> faults, List<Fault> remarks) {

    /** So many faults are told one by one; the sentence above them gives the full count. */
    private static final int TOLD = 1000;

    public ImportFile {
        faults = List.copyOf(faults);
        remarks = List.copyOf(remarks);
    }

    /** Reads any bytes and holds them to the schema; never refuses. */
    public static ImportFile read(byte[] content, ImportSchema schema) {
        ImportReader reader = new ImportReader();
        JsonNode tree = reader.read(content);
        if (!reader.isWhole()) {
            return new ImportFile(tree, reader.faults(), List.of());
        }
        return new ImportFile(tree, reader.faults(), reader.remarks()).and(root -> schema.faultsOf(root.node()));
    }

    /** The file with what that check finds; at a place with a fault already, a second would only echo the first. */
    public ImportFile and(Function<JsonPlace, List<Fault>> check) {
        Set<String> told = faults.stream().map(Fault::path).collect(Collectors.toSet());
        List<Fault> more = check.apply(JsonPlace.root(tree)).stream()
                .filter(fault -> !told.contains(fault.path()))
                .toList();
        return new ImportFile(
                tree, Stream.concat(faults.stream(), more.stream()).toList(), remarks);
    }

    /** Refuses the file if anything is wrong with it; {@code what} begins the sentence: "Tệp tổ chức". */
    public void requireSound(String what) {
        if (!faults.isEmpty()) {
            throw DomainException.refused(
                    what + " có " + Vietnamese.count(faults.size()) + " lỗi.",
                    faults.subList(0, Math.min(faults.size(), TOLD)));
        }
    }
}
