package org.asterism.core.manager.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.asterism.core.Pbx;
import org.asterism.core.db.AstDbEntry;
import org.asterism.core.db.AstDbException;
import org.asterism.core.event.EventClass;
import org.asterism.core.manager.ActionRequest;
import org.asterism.core.manager.DeclaredAction;
import org.asterism.core.manager.ManagerAction;

/** DBGet, DBGetTree, DBPut, DBDel and DBDelTree. */
final class DatabaseActions {
    private static final String FAMILY = "Family";
    private static final String KEY = "Key";
    private static final String NOT_FOUND = "Database entry not found";

    private final Pbx pbx;

    DatabaseActions(Pbx pbx) {
        this.pbx = pbx;
    }

    List<ManagerAction> all() {
        Set<EventClass> reading = Set.of(EventClass.SYSTEM, EventClass.REPORTING);
        Set<EventClass> writing = Set.of(EventClass.SYSTEM);
        return List.of(
                action("DBGet", "Get DB Entry.", "Reads a value of AstDB. Headers: Family, Key.", reading, this::get),
                action(
                        "DBGetTree",
                        "Get DB entries, optionally at a particular family/key",
                        "Lists values of AstDB. Headers: Family, Key; both may be left out.",
                        reading,
                        this::tree),
                action(
                        "DBPut",
                        "Put DB entry.",
                        "Writes a value of AstDB. Headers: Family, Key, Val.",
                        writing,
                        this::put),
                action(
                        "DBDel",
                        "Delete DB entry.",
                        "Removes a value of AstDB. Headers: Family, Key.",
                        writing,
                        this::delete),
                action(
                        "DBDelTree",
                        "Delete DB Tree.",
                        "Removes a family of AstDB, or a part of it. Headers: Family, Key.",
                        writing,
                        this::deleteTree));
    }

    private static ManagerAction action(
            String name,
            String synopsis,
            String description,
            Set<EventClass> privileges,
            Consumer<ActionRequest> body) {
        return new DeclaredAction(name, synopsis, description, privileges, request -> {
            try {
                body.accept(request);
            } catch (AstDbException e) {
                request.error(String.valueOf(e.getMessage()));
            }
        });
    }

    private static boolean lacks(ActionRequest request, boolean key, String end) {
        if (request.get(FAMILY).isEmpty()) {
            request.error("No family specified" + end);
            return true;
        }
        if (key && request.get(KEY).isEmpty()) {
            request.error("No key specified" + end);
            return true;
        }
        return false;
    }

    private void get(ActionRequest request) {
        if (lacks(request, true, ".")) {
            return;
        }
        String value = pbx.database().get(request.get(FAMILY), request.get(KEY));
        if (value == null) {
            request.error(NOT_FOUND);
            return;
        }
        request.listStart("Result will follow");
        entry(request, "DBGetResponse", FAMILY, request.get(FAMILY), KEY, request.get(KEY), "Val", value);
        request.listComplete("DBGetComplete", 1);
    }

    private void tree(ActionRequest request) {
        String family = request.get(FAMILY);
        String key = request.get(KEY);
        List<AstDbEntry> entries = family.isEmpty()
                ? pbx.database().list()
                : key.isEmpty() ? pbx.database().list(family) : pbx.database().list(family, key);
        if (entries.isEmpty()) {
            request.error(NOT_FOUND);
            return;
        }
        request.listStart("Result will follow");
        for (AstDbEntry entry : entries) {
            entry(request, "DBGetTreeResponse", KEY, entry.path(), "Val", entry.value());
        }
        request.listComplete("DBGetTreeComplete", entries.size());
    }

    private static void entry(ActionRequest request, String event, String... fields) {
        List<String> all = new ArrayList<>(List.of(fields));
        if (!request.actionId().isEmpty()) {
            all.addAll(List.of("ActionID", request.actionId()));
        }
        request.plainEntry(event, all.toArray(new String[0]));
    }

    private void put(ActionRequest request) {
        if (!lacks(request, true, "")) {
            pbx.database().put(request.get(FAMILY), request.get(KEY), request.get("Val"));
            request.success("Updated database successfully");
        }
    }

    private void delete(ActionRequest request) {
        if (lacks(request, true, ".")) {
            return;
        }
        if (pbx.database().delete(request.get(FAMILY), request.get(KEY))) {
            request.success("Key deleted successfully");
        } else {
            request.error("Database entry could not be deleted");
        }
    }

    private void deleteTree(ActionRequest request) {
        if (lacks(request, false, ".")) {
            return;
        }
        String key = request.get(KEY);
        int removed = key.isEmpty()
                ? pbx.database().deltree(request.get(FAMILY))
                : pbx.database().deltree(request.get(FAMILY), key);
        if (removed > 0) {
            request.success("Key tree deleted successfully");
        } else {
            request.error(NOT_FOUND);
        }
    }
}
