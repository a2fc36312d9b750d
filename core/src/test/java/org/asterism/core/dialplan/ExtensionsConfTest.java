package org.asterism.core.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.asterism.core.testing.DialplanFixture;
import org.junit.jupiter.api.Test;

/** Listings and messages are those of Asterisk 22.10 for the same file. */
class ExtensionsConfTest {
    private static final String FILE = """
        [general]
        [globals]
        A=1
        [g1]
        exten => s,1,NoOp(start)
        exten => s,n,NoOp(a)
        exten => s,n+2(lab),NoOp(b)
        exten => s,s,NoOp(same)
        exten => s,s+1,NoOp(same1)
        exten => s,lab,NoOp(atlab)
        exten => s,hint,PJSIP/x
        exten => 1,1,NoOp(x)
        same => n,NoOp(y)
        exten => 2,n,NoOp(five)
        exten => _2X/55,1(a),NoOp(cc)
        same => n(b),NoOp
        same => n,NoOp()
        exten => 3,1,NoOp(a,b)
        exten => 4,1,NoOp a
        exten => 5,1,NoOp,a,b
        exten => 6 , 1 , NoOp( sp )
        exten => 7,1,Set(a=(b))
        exten => 8,1
        exten => 9
        exten => 10,1(lab,NoOp(x)
        exten => 11,1,
        exten => ${A}2,1,NoOp(globalext)
        exten => 13,1,NoOp(unclosed
        exten => 13,0,NoOp(zero)
        exten => 13,-1,NoOp(neg)
        exten => 13,x,NoOp(zero)
        exten => "14",1,NoOp(quoted)
        exten => 15,1,NoOp(a)(b)
        badkey => 1
        exten = 19,1,NoOp(open)
        include => nosuchctx
        include => prio,9:00-17:00,mon-fri,*,*
        ignorepat => 9
        switch => IAX2/user:pw@host/ctx
        eswitch => IAX2/${A}
        EXTEN => 20,1,NoOp(upper)
        exten => _12X,1,NoOp
        exten => _[1]2X,1,NoOp
        [g1]
        exten => 30,1,NoOp(merged)
        exten => 30,1,NoOp(dup)
        exten => 30,n,NoOp(after dup)
        [bad2]
        same => n,NoOp(x)
        exten => 1,n,NoOp(x)
        exten => 1,s,NoOp(x)
        exten => _.,1,NoOp
        """;

    @Test
    void shouldListWhatAsteriskLists() {
        try (DialplanFixture fixture = new DialplanFixture(FILE)) {
            assertThat(fixture.console("dialplan show g1"))
                    .containsExactly("""
                        [ Context 'g1' created by 'pbx_config' ]
                          '"14"' =>         1. NoOp(quoted)                               [extensions.conf:32]
                          '1' =>            1. NoOp(x)                                    [extensions.conf:12]
                                            2. NoOp(y)                                    [extensions.conf:13]
                          '11' =>           1. ()                                         [extensions.conf:26]
                          '12' =>           1. NoOp(globalext)                            [extensions.conf:27]
                          '13' =>           1. NoOp(unclosed)                             [extensions.conf:28]
                          '15' =>           1. NoOp(a)(b)                                 [extensions.conf:33]
                          '19' =>           1. NoOp(open)                                 [extensions.conf:35]
                          '2' =>            3. NoOp(five)                                 [extensions.conf:14]
                          '20' =>           1. NoOp(upper)                                [extensions.conf:41]
                          '3' =>            1. NoOp(a,b)                                  [extensions.conf:18]
                          '30' =>           1. NoOp(merged)                               [extensions.conf:45]
                                            2. NoOp(after dup)                            [extensions.conf:47]
                          '4' =>            1. NoOp a()                                   [extensions.conf:19]
                          '5' =>            1. NoOp,a,b()                                 [extensions.conf:20]
                          '6' =>            1. NoOp( sp )                                 [extensions.conf:21]
                          '7' =>            1. Set(a=(b))                                 [extensions.conf:22]
                          '8' =>            1. ()                                         [extensions.conf:23]
                          's' =>            hint: PJSIP/x                                 [extensions.conf:11]
                                            1. NoOp(start)                                [extensions.conf:5]
                                            2. NoOp(a)                                    [extensions.conf:6]
                             [lab]          5. NoOp(b)                                    [extensions.conf:7]
                                            6. NoOp(same1)                                [extensions.conf:9]
                          '_12X' =>         1. NoOp()                                     [extensions.conf:42]
                          '_2X' (CID match '55') =>  1. NoOp(cc)                                   [extensions.conf:15]
                             [b]            2. NoOp()                                     [extensions.conf:16]
                                            3. NoOp()                                     [extensions.conf:17]
                          Include =>        'nosuchctx'                                   [pbx_config]
                          Include =>        'prio,9:00-17:00,mon-fri,*,*'                 [pbx_config]
                          Ignore pattern => '9'                                           [pbx_config]
                          Alt. Switch =>    'IAX2/user:pw@host/ctx'                       [pbx_config]
                          Alt. Switch =>    'IAX2/${A}'                                   [pbx_config]

                        -= 19 extensions (27 priorities) in 1 context. =-
                        """.lines().toArray(String[]::new));
        }
    }

    @Test
    void shouldSayWhatAsteriskSays() {
        try (DialplanFixture fixture = new DialplanFixture(FILE)) {
            assertThat(fixture.problems())
                    .containsExactly(
                            "Unable to register extension 's' priority 5 in 'g1', already in use",
                            "Unable to register extension at line 8 of extensions.conf",
                            "Unable to register extension 's' priority 5 in 'g1', already in use",
                            "Unable to register extension at line 10 of extensions.conf",
                            "Invalid priority/label '' at line 24 of extensions.conf",
                            "Label missing trailing ')' at line 25 of extensions.conf",
                            "No closing parenthesis found? 'NoOp(unclosed' at line 28 of extensions.conf",
                            "Invalid priority '0' at line 29 of extensions.conf",
                            "Invalid priority '-1' at line 30 of extensions.conf",
                            "Invalid priority/label 'x' at line 31 of extensions.conf",
                            "==!!== Unknown directive: badkey at line 34 of extensions.conf -- IGNORING!!!",
                            "No switch of this kind: 'IAX2/user:pw@host/ctx' is listed, but no extension is looked for"
                                    + " there at line 39 of extensions.conf",
                            "No switch of this kind: 'IAX2/${A}' is listed, but no extension is looked for there at"
                                    + " line 40 of extensions.conf",
                            "Unable to register extension '_[1]2X' priority 1 in 'g1', already in use by aliased"
                                    + " extension '_12X'",
                            "Unable to register extension at line 43 of extensions.conf",
                            "Unable to register extension '30' priority 1 in 'g1', already in use",
                            "Unable to register extension at line 46 of extensions.conf",
                            "No previous pattern in the first entry of context 'bad2' to match 'same' at line 49 of"
                                    + " extensions.conf!",
                            "Can't use 'next' priority on the first entry at line 50 of extensions.conf!",
                            "Can't use 'same' priority on the first entry at line 51 of extensions.conf!",
                            "The use of '_.' for an extension is strongly discouraged and can have unexpected"
                                    + " behavior.  Please use '_X.' instead at line 52 of extensions.conf");
            assertThat(fixture.dialplan().editor().snapshot().missingIncludes())
                    .containsExactly(
                            "Context 'g1' tries to include nonexistent context 'nosuchctx'",
                            "Context 'g1' tries to include nonexistent context 'prio'");
        }
    }

    @Test
    void shouldShowOneExtensionWhereverItMatches() {
        try (DialplanFixture fixture = new DialplanFixture("""
            [inc]
            include => inc1
            include => inc2
            exten => _5XX,1,NoOp(own)
            [inc1]
            exten => _6XX,1,NoOp(pattern)
            [inc2]
            exten => 600,1,NoOp(exact)
            include => inc
            """)) {
            assertThat(fixture.console("dialplan show 600@inc"))
                    .containsExactly(
                            "[ Included context 'inc1' created by 'pbx_config' ]",
                            "  '_6XX' =>         1. NoOp(pattern)                              [extensions.conf:6]",
                            "",
                            "[ Included context 'inc2' created by 'pbx_config' ]",
                            "  '600' =>          1. NoOp(exact)                                [extensions.conf:8]",
                            "",
                            "-= 2 extensions (2 priorities) in 2 contexts. =-");
            assertThat(fixture.console("dialplan show 700@inc"))
                    .startsWith("There is no existence of 700@inc extension");
            assertThat(fixture.console("dialplan show nosuch")).startsWith("There is no existence of 'nosuch' context");
            assertThat(fixture.console("dialplan show").getFirst())
                    .isEqualTo("[ Context 'inc2' created by 'pbx_config' ]");
        }
    }

    @Test
    void shouldShowHintsWithTheStateOfTheirDevices() {
        try (DialplanFixture fixture = new DialplanFixture("""
            [hints]
            exten => 100,hint,Custom:hh
            exten => 3,hint,Nosuch/x
            exten => _2X,hint,Custom:${EXTEN}
            """)) {
            assertThat(fixture.dialplan().hint("hints", "25")).isEqualTo("Custom:25");
            assertThat(fixture.console("core show hints"))
                    .containsExactly(
                            "",
                            "    -= Registered Asterisk Dial Plan Hints =-",
                            "100@hints                     : Custom:hh                                                "
                                    + "     State:Idle            Presence:not_set         Watchers  0",
                            "3@hints                       : Nosuch/x                                                 "
                                    + "     State:Unavailable     Presence:not_set         Watchers  0",
                            "_2X@hints                     : Custom:${EXTEN}                                          "
                                    + "     State:Unavailable     Presence:not_set         Watchers  0",
                            "----------------",
                            "- 3 hints registered");
        }
    }

    @Test
    void shouldKeepWhatOthersAddedWhenTheFileIsReadAgain() throws Exception {
        try (DialplanFixture fixture = new DialplanFixture("[a]\nexten => 1,1,NoOp\nexten => 2,1,NoOp\n[gone]\n")) {
            DialplanEditor editor = fixture.dialplan().editor();
            editor.addExtension("a", "7001", 1, "Noop", "x", "IAX2", true);
            editor.addExtension("made", "_7X", 1, "Noop", "x", "IAX2", true);
            editor.addExtension("a", "1", 2, "NoOp", "", "pbx_config", true);
            fixture.load("[a]\nexten => 1,1,NoOp\n");
            assertThat(fixture.dialplan().exists("a", "7001", 1, "")).isTrue();
            assertThat(fixture.dialplan().exists("made", "70", 1, "")).isTrue();
            assertThat(fixture.dialplan().exists("a", "1", 1, "")).isTrue();
            assertThat(fixture.dialplan().exists("a", "1", 2, "")).isFalse();
            assertThat(fixture.dialplan().exists("a", "2", 1, "")).isFalse();
            assertThat(editor.snapshot().context("gone")).isNull();
            assertThat(editor.removeExtension("a", "7001", null, 1, "IAX2")).isTrue();
            assertThat(editor.removeExtension("a", "7001", null, 1, "IAX2")).isFalse();
            assertThat(editor.removeExtension("made", "_7X", null, 0, "pbx_config"))
                    .isFalse();
            assertThat(editor.removeExtension("made", "_7X", null, 0, "IAX2")).isTrue();
        }
    }

    @Test
    void shouldSetVariablesFromTheConsole() {
        try (DialplanFixture fixture = new DialplanFixture("[globals]\nG=gval\nH=${G}2\n")) {
            assertThat(fixture.console("dialplan set global A 1"))
                    .isEqualTo(List.of("", "    -- Global variable 'A' set to '1'"));
            assertThat(fixture.console("dialplan show globals"))
                    .containsExactly("   A=1", "   G=gval", "   H=gval2", "", "    -- 3 variable(s)");
            assertThat(fixture.console("dialplan set chanvar nosuch A 1")).startsWith("Channel 'nosuch' not found");
        }
    }
}
