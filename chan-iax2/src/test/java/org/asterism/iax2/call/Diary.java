package org.asterism.iax2.call;

import java.util.ArrayList;
import java.util.List;
import org.asterism.iax2.wire.ControlCommand;

/** Writes down what happens to a call. */
class Diary implements CallObserver {
    final List<String> entries = new ArrayList<>();

    @Override
    public void onAccepted(Call call) {
        entries.add("accepted");
    }

    @Override
    public void onAnswered(Call call) {
        entries.add("answered");
    }

    @Override
    public void onControl(Call call, ControlCommand control, String text) {
        entries.add(control + (text.isEmpty() ? "" : " " + text));
    }

    @Override
    public void onDigitBegin(Call call, char digit) {
        entries.add("begin " + digit);
    }

    @Override
    public void onDigitEnd(Call call, char digit) {
        entries.add("end " + digit);
    }

    @Override
    public void onText(Call call, String text) {
        entries.add("text " + text);
    }

    @Override
    public void onMediaEnded(Call call, int number) {
        entries.add("media ended " + number);
    }

    @Override
    public void onEnded(Call call, int cause, String why) {
        entries.add("ended " + cause);
    }
}
