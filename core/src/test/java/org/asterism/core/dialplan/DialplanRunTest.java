package org.asterism.core.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.asterism.core.channel.CallerId;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.DialplanPosition;
import org.asterism.core.testing.DialplanFixture;
import org.asterism.core.testing.Eventually;
import org.asterism.core.testing.MemoryLeg;
import org.junit.jupiter.api.Test;

class DialplanRunTest {
    private static final String PLAN = """
        [general]
        [globals]
        G=global
        [t]
        exten => plain,1,Answer()
         same => n,Trace(${EXTEN} ${CONTEXT} ${PRIORITY} ${G} $[1+2])
         same => n,Hangup(17)
         same => n,Trace(never)
        exten => miss,1,Goto(nosuch,1)
        exten => prio,1,Goto(99)
        exten => label,1,Goto(nolabel)
        exten => unknown,1,NoSuchApp(x)
        exten => raise,1,RaiseException(MINE)
        exten => slow,1,Wait(60)
         same => n,Trace(never)
        exten => limited,1,Trace(limited)
         same => n,Wait(60)
        exten => loop,1,Goto(1)
        exten => busyloop,1,Goto(1)
        exten => menu,1,Answer()
         same => n,WaitExten(30)
        exten => quiet,1,WaitExten(0.05)
         same => n,Trace(continued)
        exten => silent,1,WaitExten(0.05)
        exten => busy,1,Busy(0.05)
        exten => gotoif,1,GotoIf($["a" = "a"]?yes:no)
         same => n(no),Trace(no)
         same => n(yes),Trace(yes)
         same => n,GotoIf(0?no)
         same => n,Trace(end)
        exten => set,1,Set(A=1,B=2)
         same => n,MSet(C="x,y",D=4)
         same => n,Set(GLOBALS=${A}/${C}/${D})
         same => n,Trace(${GLOBALS})
        exten => 12,1,Trace(twelve)
        exten => 1234,1,Trace(long)
        exten => i,1,Trace(i ${INVALID_EXTEN})
        exten => t,1,Trace(t)
        exten => T,1,Trace(T)
        exten => e,1,Trace(e)
        exten => h,1,Trace(h ${HANGUPCAUSE})
         same => n,Wait(60)
         same => n,Trace(never)
        [bare]
        exten => miss,1,Goto(nosuch,1)
        exten => s,1,Trace(start)
        [default]
        exten => s,1,Trace(default start)
        """;

    @Test
    void shouldRunStepsAndTheHangupExtension() {
        try (DialplanFixture fixture = new DialplanFixture(PLAN)) {
            MemoryLeg leg = fixture.call("t", "plain");
            fixture.untilOver(leg);
            assertThat(fixture.trace()).containsExactly("plain t 2 global 3", "h 17");
            assertThat(leg.done()).containsExactly("answer", "hangup 17");
            assertThat(leg.channel().callIdentifier()).matches("C-[0-9a-f]{8}");
        }
    }

    @Test
    void shouldGoToTheSpecialExtensions() {
        try (DialplanFixture fixture = new DialplanFixture(PLAN)) {
            assertThat(fixture.traceOf("t", "miss")).containsExactly("i nosuch", "h 0");
            assertThat(fixture.traceOf("t", "prio")).containsExactly("h 0");
            assertThat(fixture.traceOf("t", "label")).containsExactly("e", "h 0");
            assertThat(fixture.traceOf("t", "unknown")).containsExactly("h 0");
            assertThat(fixture.traceOf("t", "raise")).containsExactly("e", "h 0");
            assertThat(fixture.traceOf("t", "quiet")).containsExactly("continued", "h 0");
            assertThat(fixture.traceOf("t", "silent")).containsExactly("t", "h 0");
            assertThat(fixture.traceOf("t", "busy")).containsExactly("h 17");
            assertThat(fixture.traceOf("t", "gotoif")).containsExactly("yes", "end", "h 0");
            assertThat(fixture.traceOf("t", "set")).containsExactly("1,B=2/x,y/4", "h 0");
            assertThat(fixture.traceOf("bare", "miss")).isEmpty();
            assertThat(fixture.traceOf("bare", "unheard-of")).containsExactly("start");
            assertThat(fixture.traceOf("nowhere", "1")).containsExactly("default start");
        }
    }

    @Test
    void shouldTakeDialledDigitsForAnExtension() {
        try (DialplanFixture fixture = new DialplanFixture(PLAN)) {
            MemoryLeg leg = fixture.call("t", "menu");
            Eventually.await("it waits", () -> leg.channel().application().equals("WaitExten"));
            for (char digit : "1234".toCharArray()) {
                leg.channel().legEvents().onDigitBegin(digit);
                leg.channel().legEvents().onDigitEnd(digit);
            }
            fixture.untilOver(leg);
            assertThat(fixture.trace()).containsExactly("long", "h 0");

            MemoryLeg wrong = fixture.call("t", "menu");
            Eventually.await("it waits", () -> wrong.channel().application().equals("WaitExten"));
            wrong.channel().legEvents().onDigitEnd('9');
            fixture.untilOver(wrong);
            assertThat(fixture.trace()).endsWith("i 9", "h 0");

            // Dialled before the call begins: however slow the machine is, no time passes between its digits.
            MemoryLeg shorter = fixture.technology().incoming("alice");
            DigitTimeouts.of(shorter.channel()).digitMs(50);
            shorter.channel().legEvents().onDigitEnd('1');
            shorter.channel().legEvents().onDigitEnd('2');
            shorter.channel().position(new DialplanPosition("t", "menu", 1));
            fixture.dialplan().start(shorter.channel());
            fixture.untilOver(shorter);
            assertThat(fixture.trace()).endsWith("twelve", "h 0");
        }
    }

    @Test
    void shouldEndWhenTheCallerHangsUp() {
        try (DialplanFixture fixture = new DialplanFixture(PLAN)) {
            MemoryLeg leg = fixture.call("t", "slow");
            Eventually.await("it waits", () -> leg.channel().application().equals("Wait"));
            leg.channel().legEvents().onHangup(16);
            fixture.untilOver(leg);
            assertThat(fixture.trace()).containsExactly("h 16");
        }
    }

    @Test
    void shouldGoToExtensionTWhenTheTimeIsOver() {
        try (DialplanFixture fixture = new DialplanFixture(PLAN)) {
            MemoryLeg leg = fixture.call("t", "limited");
            Eventually.await("it waits", () -> leg.channel().application().equals("Wait"));
            leg.channel().absoluteTimeout(1);
            leg.channel().wake();
            fixture.untilOver(leg);
            assertThat(fixture.trace()).containsExactly("limited", "T", "h 0");
        }
    }

    @Test
    void shouldGoOnWhereItIsRedirected() {
        try (DialplanFixture fixture = new DialplanFixture(PLAN)) {
            MemoryLeg leg = fixture.call("t", "slow");
            Eventually.await("it waits", () -> leg.channel().application().equals("Wait"));
            leg.channel().redirect(new DialplanPosition("t", "set", 1));
            fixture.untilOver(leg);
            assertThat(fixture.trace()).containsExactly("1,B=2/x,y/4", "h 0");

            MemoryLeg loop = fixture.call("t", "loop");
            loop.channel().redirect(new DialplanPosition("t", "nosuch", 1));
            fixture.untilOver(loop);
            assertThat(fixture.trace()).endsWith("i nosuch", "h 0");

            MemoryLeg application = fixture.technology().incoming("alice");
            fixture.dialplan().start(application.channel(), "Wait", "600");
            Eventually.await(
                    "it waits", () -> application.channel().application().equals("Wait"));
            application.channel().redirect(new DialplanPosition("t", "plain", 1));
            fixture.untilOver(application);
            assertThat(fixture.trace()).endsWith("plain t 2 global 3", "h 17");
        }
    }

    @Test
    void shouldEndLoopsThatNeverWaitWhenTheTimeIsOver() {
        try (DialplanFixture fixture = new DialplanFixture(PLAN)) {
            MemoryLeg leg = fixture.call("t", "busyloop");
            leg.channel().absoluteTimeout(20);
            fixture.untilOver(leg);
            assertThat(fixture.trace()).containsExactly("T", "h 0");
        }
    }

    @Test
    void shouldCountCallsInTheApplicationsOfAModule() {
        try (DialplanFixture fixture = new DialplanFixture(PLAN)) {
            MemoryLeg leg = fixture.call("t", "slow");
            Eventually.await("it waits", () -> fixture.dialplan().running("pbx_builtins") == 1);
            leg.channel().legEvents().onHangup(16);
            fixture.untilOver(leg);
            assertThat(fixture.dialplan().running("pbx_builtins")).isZero();
        }
    }

    @Test
    void shouldLetOtherCallsRunBesideEndlessLoops() {
        try (DialplanFixture fixture = new DialplanFixture(PLAN)) {
            List<MemoryLeg> loops = IntStream.range(0, 20)
                    .mapToObj(_ -> fixture.call("t", "loop"))
                    .toList();
            MemoryLeg other = fixture.call("t", "plain");
            Eventually.await("the other call is hung up", () -> other.done().contains("hangup 17"));
            assertThat(fixture.trace()).contains("h 17");
            loops.forEach(leg -> leg.channel().legEvents().onHangup(16));
            loops.forEach(fixture::untilOver);
        }
    }

    @Test
    void shouldRunSubroutinesForApplications() throws ApplicationFailed {
        try (DialplanFixture fixture = new DialplanFixture("""
            [sub]
            exten => s,1,Trace(${ARG1}-${ARG2}-${ARGC})
             same => n,TestReturn()
            exten => noreturn,1,Trace(here)
            """)) {
            fixture.pbx()
                    .applications()
                    .register(
                            "TestReturn",
                            new DeclaredApplication("TestReturn", Documentation.of("", "", ""), (channel, _) -> {
                                DialplanPosition to =
                                        SubroutineStack.of(channel).leave();
                                channel.position(to == null ? DialplanPosition.NONE : to);
                            }),
                            "test");
            Channel channel = fixture.technology().incoming("bob").channel();
            channel.variables().set("ARG1", "outer");
            DialplanPosition here = new DialplanPosition("x", "y", 3);
            channel.position(here);
            Dialplan plan = fixture.dialplan();
            assertThat(plan.gosub(channel, new DialplanPosition("sub", "s", 1), List.of("a", "b")))
                    .isTrue();
            assertThat(plan.gosub(channel, new DialplanPosition("sub", "noreturn", 1), List.of()))
                    .isFalse();
            assertThat(fixture.trace()).containsExactly("a-b-2", "here");
            assertThat(channel.position()).isEqualTo(here);
            assertThat(channel.variables().get("ARG1")).isEqualTo("outer");
            channel.hangup(16);
        }
    }

    @Test
    void shouldSwapTheDialplanUnderRunningCalls() {
        try (DialplanFixture fixture = new DialplanFixture(PLAN)) {
            MemoryLeg leg = fixture.call("t", "slow", CallerId.of("A", "1"));
            Eventually.await("it waits", () -> leg.channel().application().equals("Wait"));
            fixture.load("[t]\nexten => h,1,Trace(new h)\n");
            leg.channel().legEvents().onHangup(16);
            fixture.untilOver(leg);
            assertThat(fixture.trace()).containsExactly("new h");
        }
    }
}
