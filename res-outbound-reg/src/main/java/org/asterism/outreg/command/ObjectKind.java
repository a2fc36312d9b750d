package org.asterism.outreg.command;

import java.util.List;
import java.util.SortedMap;
import org.asterism.outreg.config.PjsipObject;

/**
 * How the objects of one type are listed.
 *
 * @param <T> the type
 */
interface ObjectKind<T extends PjsipObject> {
    /** {@return the word in {@code pjsip show WORD ID}} */
    String word();

    /** {@return the word in {@code pjsip list WORD}} */
    String words();

    /** {@return what help calls one of them, such as {@code Auth}} */
    String title();

    /** {@return what help calls several of them, such as {@code Auths}} */
    String titles();

    /** {@return the objects there are, by id} */
    SortedMap<String, T> objects();

    /** {@return the first line of the header} */
    String header();

    /** {@return further lines of the header where details are shown} */
    default List<String> detailHeader() {
        return List.of();
    }

    /** {@return the one line about an object} */
    String row(T object);

    /** {@return further lines where details are shown} */
    default List<String> details(T object) {
        return List.of();
    }

    /** {@return whether a blank line follows each object where details are shown} */
    default boolean spaced() {
        return false;
    }
}
