package org.asterism.apps;

import static org.assertj.core.api.Assertions.assertThat;

import org.asterism.apps.exec.ExecModule;
import org.asterism.apps.loops.IfModule;
import org.asterism.apps.loops.WhileModule;
import org.asterism.apps.stack.StackModule;
import org.asterism.apps.verbose.VerboseModule;
import org.asterism.core.testing.DialplanFixture;
import org.junit.jupiter.api.Test;

/** What the same dialplan does in Asterisk 22.10. */
class ControlFlowTest {
    private static final String PLAN = """
        [t]
        exten => gosub,1,Gosub(sub,s,1(a1,a2))
         same => n,Trace(ret ${GOSUB_RETVAL} ${ARG1}|${LOCAL(x)}|${x})
         same => n,Return()
         same => n,Trace(never)
        exten => nowhere,1,Gosub(nosuch,s,1)
         same => n,Trace(never)
        exten => deep,1,Gosub(deep,1(x))
        exten => goto,1,Gosub(sub2,s,1(1,2,3))
         same => n,Trace(back)
         same => n,StackPop()
         same => n,GosubIf(0?sub2,s,1(x))
         same => n,GosubIf(1?sub2,s,1(y):sub2,s,1(n))
        exten => exec,1,ExecIf(1?Trace(yes a,b):Trace(no))
         same => n,ExecIf(0?Trace(yes):Trace(no))
         same => n,ExecIf(0?Trace(yes))
         same => n,Exec(Trace(in,b))
         same => n,TryExec(NoSuch(x))
         same => n,Trace(${TRYSTATUS})
         same => n,TryExec(Goto(5,x,y,z))
         same => n,Trace(${TRYSTATUS})
         same => n,TryExec(Trace(x))
         same => n,Trace(${TRYSTATUS})
         same => n,ExecIf(1?NoSuch(x))
         same => n,Trace(never)
        exten => while,1,Set(i=0)
         same => n,While($[${i} < 3])
         same => n,Set(i=$[${i} + 1])
         same => n,ExecIf($[${i} = 2]?ContinueWhile())
         same => n,Trace(i ${i})
         same => n,Set(j=0)
         same => n,While(1)
         same => n,Set(j=$[${j} + 1])
         same => n,ExecIf($[${j} > 1]?ExitWhile())
         same => n,Trace(j ${j})
         same => n,EndWhile()
         same => n,EndWhile()
         same => n,While(0)
         same => n,Trace(never)
         same => n,EndWhile()
         same => n,Trace(done)
        exten => _ifX,1,If($[${EXTEN:2} = 1])
         same => n,Trace(one)
         same => n,ElseIf($[${EXTEN:2} = 2])
         same => n,Trace(two)
         same => n,If(0)
         same => n,Trace(never)
         same => n,Else()
         same => n,Trace(inner else)
         same => n,EndIf()
         same => n,ElseIf($[${EXTEN:2} = 3])
         same => n,Trace(three)
         same => n,Else()
         same => n,Trace(other)
         same => n,EndIf()
         same => n,Trace(end)
        exten => bad,1,While(0)
         same => n,Trace(never)
        [sub]
        exten => s,1,Trace(sub ${ARG1} ${ARG2} ${ARG3}|${ARGC})
         same => n,Set(LOCAL(x)=loc)
         same => n,Gosub(in,1(b1))
         same => n,Trace(back ${ARG1} ${ARG2} ${ARGC} ${x})
         same => n,Return(rv)
        exten => in,1,Trace(in ${ARG1} [${ARG2}] ${ARGC} x=${x} ${LOCAL_PEEK(1,ARG1)} ${STACK_PEEK(1,l)})
         same => n,Set(LOCAL(x)=inner)
         same => n,Return()
        [sub2]
        exten => s,1,Trace(${ARG1}${ARG2}${ARG3})
         same => n,Goto(t,1)
        exten => t,1,Trace(t ${ARG1})
         same => n,Return
        """;

    private static DialplanFixture fixture() {
        return new DialplanFixture(PLAN)
                .with(new StackModule())
                .with(new ExecModule())
                .with(new WhileModule())
                .with(new IfModule())
                .with(new VerboseModule());
    }

    @Test
    void shouldRunSubroutines() {
        try (DialplanFixture fixture = fixture()) {
            assertThat(fixture.traceOf("t", "gosub"))
                    .containsExactly("sub a1 a2 |2", "in b1 [] 1 x=loc a1 sub,s,3", "back a1 a2 2 loc", "ret rv ||");
            assertThat(fixture.traceOf("t", "nowhere")).isEmpty();
            assertThat(fixture.traceOf("t", "deep")).isEmpty();
            assertThat(fixture.traceOf("t", "goto")).containsExactly("123", "t 1", "back", "y", "t y");
        }
    }

    @Test
    void shouldExecuteWhatIsNamedAtRunTime() {
        try (DialplanFixture fixture = fixture()) {
            assertThat(fixture.traceOf("t", "exec"))
                    .containsExactly("yes a,b", "no", "in,b", "NOAPP", "FAILED", "x", "SUCCESS");
        }
    }

    @Test
    void shouldLoopAndBranch() {
        try (DialplanFixture fixture = fixture()) {
            assertThat(fixture.traceOf("t", "while")).containsExactly("i 1", "j 1", "i 3", "j 1", "done");
            assertThat(fixture.traceOf("t", "if1")).containsExactly("one", "end");
            assertThat(fixture.traceOf("t", "if2")).containsExactly("two", "inner else", "end");
            assertThat(fixture.traceOf("t", "if3")).containsExactly("three", "end");
            assertThat(fixture.traceOf("t", "if4")).containsExactly("other", "end");
            assertThat(fixture.traceOf("t", "bad")).isEmpty();
        }
    }
}
