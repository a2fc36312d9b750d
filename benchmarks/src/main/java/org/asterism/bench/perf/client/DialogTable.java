package org.asterism.bench.perf.client;

import org.asterism.iax2.wire.FullFrame;
import org.jspecify.annotations.Nullable;

/** Our call numbers, each with the dialog it belongs to. A number is used again only after all others. One thread. */
final class DialogTable {
    private static final int FIRST = 2;
    private static final int LAST = FullFrame.MAX_CALL_NUMBER;

    private final @Nullable Dialog[] dialogs = new @Nullable Dialog[LAST + 1];
    private int next;
    private int size;

    DialogTable(int seed) {
        next = FIRST + 2 * Math.floorMod(seed, (LAST - FIRST) / 2); // even: raw pairs need it
    }

    /** Gives a dialog a number; 0 if all are in use. */
    int add(Dialog dialog) {
        if (size > LAST - FIRST) {
            return 0;
        }
        while (dialogs[next] != null) {
            advance();
        }
        int number = next;
        advance();
        dialogs[number] = dialog;
        size++;
        return number;
    }

    void remove(int number) {
        if (dialogs[number] != null) {
            dialogs[number] = null;
            size--;
        }
    }

    @Nullable
    Dialog get(int number) {
        return dialogs[number];
    }

    int size() {
        return size;
    }

    private void advance() {
        next = next == LAST ? FIRST : next + 1;
    }
}
