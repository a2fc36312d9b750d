package org.asterism.core.module;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.asterism.core.event.EventClass;
import org.asterism.core.manager.ActionRequest;
import org.asterism.core.manager.DeclaredAction;
import org.asterism.core.manager.ManagerAction;

/** The manager actions ModuleLoad, ModuleCheck and Reload. */
public final class ModuleActions {
    private static final String MODULE = "Module";
    private static final String INCOMPLETE = "Incomplete ModuleLoad action.";

    private final ModuleLoader loader;
    private final Runnable onReloadAll;

    /**
     * @param loader      what they work on
     * @param onReloadAll is run when everything is to be read again
     */
    public ModuleActions(ModuleLoader loader, Runnable onReloadAll) {
        this.loader = loader;
        this.onReloadAll = onReloadAll;
    }

    /** {@return the actions} */
    public List<ManagerAction> all() {
        return List.of(
                new DeclaredAction("ModuleLoad", "Module management.", """
                    Loads, unloads, refreshes or reloads a module. Headers: Module; LoadType: load, unload, refresh or
                    reload, which without Module reloads all.\
                    """, Set.of(EventClass.SYSTEM), this::load),
                new DeclaredAction(
                        "ModuleCheck",
                        "Check if module is loaded.",
                        "Tells whether a module is loaded. Headers: Module.",
                        Set.of(EventClass.SYSTEM),
                        this::check),
                new DeclaredAction(
                        "Reload",
                        "Send a reload event.",
                        """
                        Has a module read its configuration again, or all. Headers: Module.\
                        """,
                        Set.of(EventClass.SYSTEM, EventClass.CONFIG),
                        this::reload));
    }

    private void check(ActionRequest request) {
        String name = ModuleDescription.normalName(request.get(MODULE));
        boolean there = loader.list().stream()
                .anyMatch(each -> each.description().name().equals(name) && each.state() != ModuleState.ABSENT);
        if (there) {
            request.respond("Version", "");
        } else {
            request.error("Module not loaded");
        }
    }

    private void load(ActionRequest request) {
        String type = request.get("LoadType").strip().toLowerCase(Locale.ROOT);
        String name = request.get(MODULE);
        if (type.equals("reload")) {
            reloadFor(request, name);
        } else if (name.isEmpty()) {
            request.error("Need module name");
        } else {
            switch (type) {
                case "load" -> answer(request, loader.load(name), "Module loaded.", "Could not load module.");
                case "unload" ->
                    answer(request, loader.unload(name, false), "Module unloaded.", "Could not unload module.");
                case "refresh" -> refresh(request, name);
                default -> request.error(INCOMPLETE);
            }
        }
    }

    private void refresh(ActionRequest request, String name) {
        ModuleOutcome unloaded = loader.unload(name, false);
        answer(
                request,
                unloaded.done() ? loader.load(name) : unloaded,
                "Module refreshed.",
                "Could not refresh module.");
    }

    /** The reason stands behind Asterisk's words. */
    private static void answer(ActionRequest request, ModuleOutcome outcome, String done, String failed) {
        if (outcome.done()) {
            request.success(done);
        } else {
            request.error(failed + " " + outcome.reason());
        }
    }

    private void reloadFor(ActionRequest request, String name) {
        if (name.isEmpty()) {
            onReloadAll.run();
            respond(request, loader.reloadAll(), "All modules reloaded", "Module not found.");
        } else {
            respond(request, loader.reload(name), "Module reloaded.", "Module not found.");
        }
    }

    private void reload(ActionRequest request) {
        String name = request.get(MODULE);
        if (name.isEmpty()) {
            onReloadAll.run();
        }
        ReloadResult result = name.isEmpty() ? loader.reloadAll() : loader.reload(name);
        respond(request, result, "Module Reloaded", "No such module");
    }

    private static void respond(ActionRequest request, ReloadResult result, String done, String notFound) {
        switch (result) {
            case SUCCESS -> request.success(done);
            case QUEUED -> request.success("Request queued");
            case NOT_FOUND -> request.error(notFound);
            case ERROR -> request.error("The module kept its old configuration; the log says why");
            case IN_PROGRESS -> request.error("A reload is in progress");
            case UNINITIALIZED -> request.error("Module not initialized");
            case NOT_SUPPORTED -> request.error("Module does not support reload action.");
        }
    }
}
