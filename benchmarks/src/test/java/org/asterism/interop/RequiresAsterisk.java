package org.asterism.interop;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test that needs a real Asterisk 22: skipped, with one line that says so, where {@code ASTERISK_PEER} names none. */
@Tag("interop")
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresAsterisk.Condition.class)
@interface RequiresAsterisk {
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (AsteriskPeer.COMMAND != null) {
                return ConditionEvaluationResult.enabled("ASTERISK_PEER is " + AsteriskPeer.COMMAND);
            }
            String reason = "SKIPPED " + context.getDisplayName()
                    + ": set ASTERISK_PEER to a command with the calls install, start NAME ETC, cli NAME COMMAND, log"
                    + " NAME, stop NAME";
            System.out.println(reason);
            return ConditionEvaluationResult.disabled(reason);
        }
    }
}
