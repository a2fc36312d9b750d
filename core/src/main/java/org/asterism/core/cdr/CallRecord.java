package org.asterism.core.cdr;

import java.time.Instant;
import org.asterism.core.channel.AmaFlags;
import org.jspecify.annotations.Nullable;

/**
 * A call detail record that is complete. Times are exact; whole seconds are what Asterisk's files have.
 *
 * @param accountCode     account of the caller's channel
 * @param source          number of the caller
 * @param destination     extension that was called
 * @param context         context of the extension
 * @param callerId        {@code "Name" <number>}
 * @param channel         the caller's channel
 * @param peerChannel     the called channel, empty when there was none
 * @param application     the last application
 * @param data            its arguments
 * @param start           when the call, or this part of it, began
 * @param answer          when it was answered; {@code null} when it was not
 * @param end             when it ended
 * @param durationSeconds whole seconds from start to end
 * @param billableSeconds whole seconds from answer to end
 * @param disposition     how it came out
 * @param amaFlags        what billing makes of it
 * @param uniqueId        unique id of the caller's channel
 * @param userField       whatever the dialplan set as CDR(userfield)
 * @param peerAccount     account of the called channel
 * @param linkedId        unique id of the first channel of the whole call
 * @param sequence        number of the record
 */
public record CallRecord(
        String accountCode,
        String source,
        String destination,
        String context,
        String callerId,
        String channel,
        String peerChannel,
        String application,
        String data,
        Instant start,
        @Nullable Instant answer,
        Instant end,
        long durationSeconds,
        long billableSeconds,
        Disposition disposition,
        AmaFlags amaFlags,
        String uniqueId,
        String userField,
        String peerAccount,
        String linkedId,
        long sequence) {}
